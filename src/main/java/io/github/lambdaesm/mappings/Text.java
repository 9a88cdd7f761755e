package io.github.lambdaesm.mappings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes values of others fit into a line of a message. */
final class Text {
  private Text() {}

  /** Returns a text of limited length, with characters escaped that break or reorder the line. */
  static String of(@Nullable String value) {
    return PrintedText.of(String.valueOf(value));
  }

  /** Returns the message of an exception without its final period, or its class if it has none. */
  static String of(Throwable exception) {
    String message = exception.getMessage();
    return message == null
        ? exception.getClass().getName()
        : of(message.endsWith(".") ? message.substring(0, message.length() - 1) : message);
  }

  /** Returns a duration in seconds, or in milliseconds if it is shorter than one. */
  static String of(Duration duration) {
    return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }
}
