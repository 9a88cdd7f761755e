package io.github.lambdaesm.testing.internal.rules;

/** The evidence that Lambda rejects something. */
enum Evidence {
  /** A rejection by Lambda is recorded for this kind of event source. The fake rejects it too. */
  RECORDED("recorded"),
  /** The AWS documentation says that it is invalid. */
  DOCUMENTED("documented by AWS, not recorded"),
  /** A rejection by Lambda is recorded for another kind of event source. */
  RECORDED_ELSEWHERE("recorded for another kind of event source, not for this one"),
  /** Deployment tools reject it before they call Lambda. */
  TOOLS("rejected by tools, not recorded"),
  /**
   * Lambda accepts it, but the AWS documentation warns of a drawback. The fake never rejects it.
   */
  ADVICE("accepted by Lambda, with a drawback that AWS documents"),
  /** Lambda's behavior is neither documented nor recorded. */
  UNKNOWN("neither documented nor recorded");

  private final String description;

  Evidence(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }
}
