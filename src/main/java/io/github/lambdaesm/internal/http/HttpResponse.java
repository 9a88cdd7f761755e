package io.github.lambdaesm.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A response, read to its end or to the bound of its body; for one thread. */
public final class HttpResponse {
  private static final String REDACTED = "(redacted)";

  /**
   * What a test takes for a token may be any word; the service's tokens have hundreds of letters.
   */
  private static final int SHORTEST_SECRET = 16;

  private final int status;
  private final Supplier<Map<String, List<String>>> readHeaders;
  private @Nullable Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * @param headers by names that are looked up in any case; read when somebody looks, which is
   *     seldom after a success
   */
  public HttpResponse(int status, Supplier<Map<String, List<String>>> headers, byte[] body) {
    this.status = status;
    this.readHeaders = headers;
    this.body = body;
  }

  public int status() {
    return status;
  }

  public boolean isSuccess() {
    return isSuccess(status);
  }

  static boolean isSuccess(int status) {
    return status / 100 == 2;
  }

  public Map<String, List<String>> headers() {
    Map<String, List<String>> read = headers;
    if (read == null) {
      read = readHeaders.get();
      headers = read;
    }
    return read;
  }

  /** The first value of a header, or null. */
  public @Nullable String header(String name) {
    List<String> values = headers().get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** The id under which the service knows the request. */
  public @Nullable String requestId() {
    String id = header("x-amzn-RequestId");
    return id == null ? header("x-amz-request-id") : id;
  }

  /** When the service gave its answer, or null if it does not say. */
  public @Nullable Instant date() {
    String date = header("Date");
    try {
      return date == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    } catch (DateTimeException e) {
      // A proxy's odd date is no reason to fail a call.
      return null;
    }
  }

  /**
   * This response with a secret made unreadable wherever it stands. The service repeats the headers
   * it was sent, a session token among them, when it explains why a signature is wrong.
   */
  public HttpResponse without(String secret) {
    if (secret.length() < SHORTEST_SECRET) {
      return this;
    }
    Pattern spellings = spellings(secret);
    UnaryOperator<String> redact = text -> spellings.matcher(text).replaceAll(REDACTED);
    Map<String, List<String>> cleanHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers()
        .forEach((name, values) -> cleanHeaders.put(name, values.stream().map(redact).toList()));
    // One byte is one character here, so that bytes that are no text come through unchanged.
    String text = redact.apply(new String(body, StandardCharsets.ISO_8859_1));
    return new HttpResponse(status, () -> cleanHeaders, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A secret as it is, and as JSON may write it: with backslashes, or letters by their number. */
  private static Pattern spellings(String secret) {
    return Pattern.compile(
        secret
            .chars()
            .mapToObj(
                letter ->
                    "(?:\\\\?"
                        + Pattern.quote(Character.toString(letter))
                        + "|\\\\u(?i:%04x))".formatted(letter))
            .collect(Collectors.joining()));
  }

  /** The bytes of the body; not to be changed. */
  public byte[] body() {
    return body;
  }
}
