package io.github.lambdaesm.testing.internal.rules;

/** How it is known that Lambda refuses something. */
enum Evidence {
  /** Lambda was seen refusing it for this kind of source; so does the fake. */
  RECORDED("recorded"),
  /** AWS's documentation says so. */
  DOCUMENTED("documented by AWS, not recorded"),
  /** Lambda was seen refusing it for another kind of source. */
  RECORDED_ELSEWHERE("recorded for another kind of source, not for this one"),
  /** Tools that write to Lambda refuse it before they send it. */
  TOOLS("refused by tools, not recorded"),
  /** Lambda accepts it, and AWS's documentation advises against it; it is never refused. */
  ADVICE("accepted by Lambda, with a drawback that AWS documents"),
  /** Nobody wrote down what Lambda does. */
  UNKNOWN("neither documented nor recorded");

  private final String description;

  Evidence(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }
}
