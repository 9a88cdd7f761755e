package io.github.lambdaesm.filter;

/** Thrown when a filter pattern is not exactly one JSON object. */
final class InvalidPatternException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the text. */
  enum Reason {
    /** Lambda is recorded to reject such a text. */
    NOT_JSON(true, "correct the JSON; look for a missing or extra quote, comma or bracket"),
    /** Lambda is recorded to reject such a text. */
    NOT_AN_OBJECT(true, "write an object, such as {\"body\": {\"kind\": [\"order\"]}}"),
    /** It is unknown whether Lambda rejects it. */
    EMPTY(false, "write a pattern, or leave the filter out"),
    /** It is unknown whether Lambda notices it. The parser of AWS for event patterns does not. */
    TRAILING_TEXT(false, "remove what follows the object"),
    /** It is unknown whether Lambda skips it. */
    BYTE_ORDER_MARK(false, "remove the byte order mark"),
    /** It cannot be sent as UTF-8. */
    UNPAIRED_SURROGATE(false, "replace the broken character"),
    /** It is JSON, but beyond the limits of the parser. */
    TOO_LARGE(false, "simplify the pattern; Lambda accepts 4,096 characters");

    private final boolean isRecorded;
    private final String remedy;

    Reason(boolean isRecorded, String remedy) {
      this.isRecorded = isRecorded;
      this.remedy = remedy;
    }

    /** Returns whether Lambda was seen to reject it. */
    boolean isRecorded() {
      return isRecorded;
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
