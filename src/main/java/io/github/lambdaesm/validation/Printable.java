package io.github.lambdaesm.validation;

/** Makes values of requests fit into a line of text. */
final class Printable {
  private static final int MAX_LENGTH = 100;

  private Printable() {}

  /** Replaces control characters and cuts a long text. */
  static String text(String value) {
    StringBuilder text = new StringBuilder();
    int length = Math.min(value.length(), MAX_LENGTH);
    for (int i = 0; i < length; i++) {
      char each = value.charAt(i);
      text.append(Character.isISOControl(each) ? '?' : each);
    }
    return value.length() > MAX_LENGTH ? text.append("...").toString() : text.toString();
  }
}
