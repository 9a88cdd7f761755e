package io.github.lambdaesm.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A response, read to its end or to the maximum size of its body. Not thread-safe. */
public final class HttpResponse {
  private final int status;
  private final Supplier<Map<String, List<String>>> readHeaders;
  private @Nullable Map<String, List<String>> headers;
  private final byte[] body;
  private final Redactor redactor;

  /**
   * @param headers supplies the headers, in a map with case-insensitive names. Called on first use,
   *     because successful responses rarely need their headers
   * @param redactor removes the secrets of the request
   */
  HttpResponse(
      int status, Supplier<Map<String, List<String>>> headers, byte[] body, Redactor redactor) {
    this.status = status;
    this.readHeaders = headers;
    this.body = body;
    this.redactor = redactor;
  }

  /** Creates a response to a request without secrets. */
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

  /** Returns a supplier of the headers that retains neither the body nor the connection. */
  public Supplier<Map<String, List<String>>> headerSupplier() {
    return readHeaders;
  }

  public Map<String, List<String>> headers() {
    Map<String, List<String>> read = headers;
    if (read == null) {
      read = readHeaders.get();
      headers = read;
    }
    return read;
  }

  /** Returns the first value of a header, or null. */
  public @Nullable String header(String name) {
    List<String> values = headers().get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** Returns the ID that the service gave the request, or null. */
  public @Nullable String requestId() {
    String id = header("x-amzn-RequestId");
    return id == null ? header("x-amz-request-id") : id;
  }

  /** Returns the service's time from the Date header, or null if it is missing or invalid. */
  public @Nullable Instant date() {
    String date = header("Date");
    try {
      return date == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    } catch (DateTimeException e) {
      // Not a reason to fail the call.
      return null;
    }
  }

  /** Returns this response with the secrets of its request redacted from headers and body. */
  HttpResponse redacted() {
    Map<String, List<String>> clean = redactor.redact(headers());
    return new HttpResponse(status, () -> clean, redactor.redact(body), redactor);
  }

  /** Returns a text with the secrets of the request redacted. */
  public String redact(String text) {
    return redactor.redact(text);
  }

  /**
   * Returns the beginning of the body as text, with the secrets of the request redacted.
   *
   * @param maxBytes the maximum number of bytes to read
   */
  public String text(int maxBytes) {
    // Remove the zeros between ASCII characters in UTF-16 and UTF-32, which would hide a secret
    // from the redaction.
    String text =
        new String(body, 0, Math.min(body.length, maxBytes), StandardCharsets.UTF_8)
            .replace("\0", "");
    return redactor.redact(text);
  }

  /** Returns the bytes of the body. Do not modify them. */
  public byte[] body() {
    return body;
  }
}
