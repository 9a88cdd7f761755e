package io.github.lambdaesm.mappings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes values that others chose fit into a line of a message. */
final class Text {
  private static final int MAX_LENGTH = 300;

  private Text() {}

  /** Replaces control characters and cuts a long text. */
  static String of(@Nullable String value) {
    String text = String.valueOf(value);
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(MAX_LENGTH).map(Text::printable).forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) > MAX_LENGTH
        ? shown.append("...").toString()
        : shown.toString();
  }

  /** Returns the message of an exception, or its class if it has none. */
  static String of(Throwable exception) {
    String message = exception.getMessage();
    return message == null ? exception.getClass().getName() : of(message);
  }

  /** Returns a duration in seconds, or in milliseconds if it is shorter than one. */
  static String of(Duration duration) {
    return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }

  private static int printable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> Character.isWhitespace(character) ? ' ' : '?';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.FORMAT, Character.SURROGATE -> '?';
      default -> character;
    };
  }
}
