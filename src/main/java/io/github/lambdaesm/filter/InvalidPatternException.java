package io.github.lambdaesm.filter;

/** Thrown when a filter pattern is not exactly one JSON object. */
final class InvalidPatternException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the text. */
  enum Reason {
    /** Lambda is recorded to reject such a text. */
    NOT_A_JSON_OBJECT("write the pattern as one JSON object, such as {\"body\": {\"kind\": [1]}}"),
    /** It is unknown whether Lambda rejects it. */
    EMPTY("write a pattern, or leave the filter out"),
    /** It is unknown whether Lambda notices it; AWS's own parser for patterns does not. */
    TRAILING_TEXT("remove what follows the object"),
    /** It is unknown whether Lambda skips it. */
    BYTE_ORDER_MARK("remove the byte order mark"),
    /** It cannot be sent as UTF-8. */
    UNPAIRED_SURROGATE("replace the broken character"),
    /** It is JSON, but beyond the limits of the parser. */
    TOO_LARGE("simplify the pattern; Lambda accepts 4,096 characters");

    private final String remedy;

    Reason(String remedy) {
      this.remedy = remedy;
    }

    String remedy() {
      return remedy;
    }
  }

  private final Reason reason;
  private final String problem;

  InvalidPatternException(Reason reason, String problem, long offset) {
    super(problem + " at offset " + offset);
    this.reason = reason;
    this.problem = problem + " at offset " + offset;
  }

  Reason reason() {
    return reason;
  }

  /** Returns what is wrong and where, without a period at the end. */
  String problem() {
    return problem;
  }
}
