package io.github.lambdaesm.internal.text;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes values fit into one line: escapes characters that break or reorder the line, and cuts long
 * texts. Unlike in an {@link Excerpt}, an escaped character can still be recognized.
 */
public final class PrintedText {
  private static final int LENGTH = 200;
  private static final int LONGEST = 2000;

  private PrintedText() {}

  /** Returns a text of at most 200 characters, plus an ellipsis if it was longer. */
  public static String of(@Nullable String text) {
    String printed = String.valueOf(text);
    if (printed.length() <= LENGTH) {
      return escaped(printed);
    }
    boolean splitsPair = Character.isHighSurrogate(printed.charAt(LENGTH - 1));
    return escaped(printed.substring(0, splitsPair ? LENGTH - 1 : LENGTH)) + "...";
  }

  /** Returns the message of an exception without its final period, or its class if it has none. */
  public static String of(Throwable exception) {
    String message = exception.getMessage();
    return message == null
        ? exception.getClass().getName()
        : of(message.endsWith(".") ? message.substring(0, message.length() - 1) : message);
  }

  /**
   * Like {@link #of(Throwable)}, but cuts only a message that is very long, and joins its lines.
   */
  public static String wholeOf(Throwable exception) {
    String message = exception.getMessage();
    if (message == null || message.length() > LONGEST) {
      return of(exception);
    }
    return escaped(message.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", ""));
  }

  /** Returns a duration in seconds, or in milliseconds if it is shorter than a second. */
  public static String of(Duration duration) {
    return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }

  /** Returns the whole text in one line. JSON stays JSON with the same meaning. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (isPrintable(character)) {
                escaped.appendCodePoint(character);
              } else {
                for (char each : Character.toChars(character)) {
                  escaped.append("\\u%04x".formatted((int) each));
                }
              }
            });
    return escaped.toString();
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          // Invisible characters, and marks that reverse the direction of the text.
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
