package io.github.lambdaesm.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A response, read to its end or to the bound of its body; for one thread. */
public final class HttpResponse {
  private final int status;
  private final Supplier<Map<String, List<String>>> readHeaders;
  private @Nullable Map<String, List<String>> headers;
  private final byte[] body;
  private final Redactor redactor;

  /**
   * @param headers by names that are looked up in any case; read when somebody looks, which is
   *     seldom after a success
   * @param redactor for what is said of this response
   */
  HttpResponse(
      int status, Supplier<Map<String, List<String>>> headers, byte[] body, Redactor redactor) {
    this.status = status;
    this.readHeaders = headers;
    this.body = body;
    this.redactor = redactor;
  }

  /** For a response to a request that has no secrets. */
  public HttpResponse(int status, Supplier<Map<String, List<String>>> headers, byte[] body) {
    this(status, headers, body, new Redactor());
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

  /** Returns this response with the secrets of its request made unreadable wherever they stand. */
  HttpResponse redacted() {
    Map<String, List<String>> clean = redactor.redact(headers());
    return new HttpResponse(status, () -> clean, redactor.redact(body), redactor);
  }

  /** Returns a text about this response without the secrets of its request. */
  public String redact(String text) {
    return redactor.redact(text);
  }

  /**
   * Returns the beginning of the body as text without the secrets of the request.
   *
   * @param mostBytes how much of the body
   */
  public String text(int mostBytes) {
    // Letters of UTF-16 and UTF-32 are those of ASCII with zeros between them, which would keep a
    // secret from being recognized.
    String text =
        new String(body, 0, Math.min(body.length, mostBytes), StandardCharsets.UTF_8)
            .replace("\0", "");
    return redactor.redact(text);
  }

  /** The bytes of the body; not to be changed. */
  public byte[] body() {
    return body;
  }
}
