package io.github.lambdaesm.filter;

/** The formats of a record's data, and of the data that a pattern is for. */
enum DataFormat {
  /** A JSON object or array. In a pattern: an object. */
  JSON("JSON"),
  /** Any other text. In a pattern: an array of conditions. */
  TEXT("plain text"),
  /** Bytes that are not UTF-8. */
  BINARY("not UTF-8"),
  /** A record without data, or a pattern that says nothing about it. */
  NONE("missing");

  private final String phrase;

  DataFormat(String phrase) {
    this.phrase = phrase;
  }

  /** Returns whether a pattern for this format can be applied to data in another. */
  boolean fits(DataFormat data) {
    return this == data || this == NONE || data == NONE;
  }

  /** Returns a phrase such as "plain text". */
  String phrase() {
    return phrase;
  }
}
