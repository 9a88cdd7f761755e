package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.internal.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Logs attempts at DEBUG and bodies at TRACE, without headers or credentials. */
public final class RequestLog {
  /** Logs calls to the service. */
  public static final RequestLog ON = new RequestLog(true);

  /** Logs nothing, for the simulated calls of a warm-up. */
  public static final RequestLog OFF = new RequestLog(false);

  private static final Logger LOG = LoggerFactory.getLogger("io.github.lambdaesm.request");

  private final boolean on;

  private RequestLog(boolean on) {
    this.on = on;
  }

  void succeeded(String operation, int attempt, HttpResponse response, long nanos) {
    if (on && LOG.isDebugEnabled()) {
      log(operation, attempt, "HTTP " + response.status(), response, nanos, "done");
    }
  }

  /**
   * Logs a failed attempt.
   *
   * @param delay the delay before the next attempt; null if there is none
   * @param deadline the deadline of the call
   */
  void failed(
      String operation, Attempt attempt, long nanos, @Nullable Duration delay, Deadline deadline) {
    if (!on || !LOG.isDebugEnabled()) {
      return;
    }
    HttpResponse response = attempt.response();
    log(
        operation,
        attempt.number(),
        (response == null ? "" : "HTTP " + response.status() + " ") + describe(attempt.error()),
        response,
        nanos,
        next(delay, deadline));
  }

  private static String next(@Nullable Duration delay, Deadline deadline) {
    if (delay == null) {
      return "failed";
    }
    return delay.compareTo(deadline.remaining()) < 0
        ? "next attempt in " + delay.toMillis() + " ms"
        : "failed, as apiCallTimeout ends before the next attempt in " + delay.toMillis() + " ms";
  }

  private static String describe(SdkException error) {
    String code =
        error instanceof AwsServiceException serviceError
            ? serviceError.awsErrorDetails().errorCode()
            : null;
    return code == null ? error.getClass().getSimpleName() : code;
  }

  private static void log(
      String operation,
      int attempt,
      String outcome,
      @Nullable HttpResponse response,
      long nanos,
      String next) {
    String requestId = response == null ? null : response.requestId();
    LOG.debug(
        "{}: attempt {}, {}, request ID {}, {} ms, {}",
        operation,
        attempt,
        onOneLine(outcome),
        response == null || requestId == null ? "unknown" : onOneLine(response.redact(requestId)),
        Duration.ofNanos(nanos).toMillis(),
        next);
  }

  void sending(String operation, byte[] request) {
    if (on && LOG.isTraceEnabled()) {
      LOG.trace(
          "{}: sending {}", operation, onOneLine(new String(request, StandardCharsets.UTF_8)));
    }
  }

  /** Replaces line breaks and other control characters, so that a text cannot forge log lines. */
  private static String onOneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }

  void received(String operation, HttpResponse response) {
    if (on && LOG.isTraceEnabled()) {
      LOG.trace(
          "{}: received HTTP {} {}",
          operation,
          response.status(),
          onOneLine(response.text(response.body().length)));
    }
  }
}
