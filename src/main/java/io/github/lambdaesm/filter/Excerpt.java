package io.github.lambdaesm.filter;

/** Shortens texts for messages. */
final class Excerpt {
  private static final int LENGTH = 100;

  private Excerpt() {}

  static String of(String text) {
    return text.length() <= LENGTH
        ? text
        : "%s... (%d characters)".formatted(text.substring(0, LENGTH), text.length());
  }
}
