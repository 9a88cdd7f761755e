package io.github.lambdaesm.internal.protocol;

import io.github.lambdaesm.internal.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Describes an unexpected response body, so that a user can tell what sent it. */
final class BodyExcerpt {
  private static final int MAX_LENGTH = 200;

  private static final int MAX_TEXT_LENGTH = 1_000;
  private static final int MAX_BYTES_READ = 32 * 1024;

  /**
   * The text of WireMock's error response. A table of differences follows it, whose line breaks are
   * kept.
   */
  private static final String UNMATCHED = "Request was not matched";

  private BodyExcerpt() {}

  /**
   * Returns a clause to append to a message, beginning with a semicolon, or an empty string for an
   * empty body.
   */
  static String describe(HttpResponse response) {
    String encoding = encoding(response);
    if (encoding != null) {
      return "; it is encoded with \"%s\", which this client did not request".formatted(encoding);
    }
    String beginning = beginning(response);
    return beginning.isEmpty() ? "" : "; the body begins with: " + beginning;
  }

  /** Returns the Content-Encoding, or null if the body is not encoded. */
  private static @Nullable String encoding(HttpResponse response) {
    String encoding = response.header("Content-Encoding");
    return encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")
        ? null
        : encoding.trim();
  }

  private static String beginning(HttpResponse response) {
    // Redact first: the redaction recognizes a truncated secret only at the end of the text.
    String text = response.text(MAX_BYTES_READ).replaceAll("-{4,}|={4,}", " ");
    if (text.contains(UNMATCHED)) {
      return text.replaceAll("[\\p{Cntrl}\\s&&[^\n]]+", " ").replaceAll("\\s*\n\\s*", "\n").trim();
    }
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
    return line.substring(
        0, Math.min(line.length(), isPlainText(response) ? MAX_TEXT_LENGTH : MAX_LENGTH));
  }

  private static boolean isPlainText(HttpResponse response) {
    String type = response.header("Content-Type");
    return type != null && type.startsWith("text/plain");
  }
}
