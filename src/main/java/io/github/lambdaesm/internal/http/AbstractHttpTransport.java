package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.http.Exchange.Head;
import io.github.lambdaesm.internal.time.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Implements what all transports share: deadlines and interrupts, size limits for bodies, redaction
 * of secrets, and the release of connections.
 */
abstract class AbstractHttpTransport implements HttpTransport {
  private static final int MAX_SUCCESS_BODY = 8 * 1024 * 1024;
  private static final int MAX_ERROR_BODY = 64 * 1024;

  /** The exceptions of a connection that was never established. */
  private static final List<Class<? extends Throwable>> NEVER_CONNECTED =
      List.of(ConnectException.class, UnknownHostException.class, SSLHandshakeException.class);

  private static final Logger LOG = LoggerFactory.getLogger(AbstractHttpTransport.class);

  private final Watchdog watchdog = Watchdog.shared();

  /**
   * The token of the last call. Most calls send the same token, so the search table that a response
   * with parts of it needs is computed once.
   */
  private volatile @Nullable Secret lastToken;

  /** Creates an exchange without starting it. */
  abstract Exchange exchange(SdkHttpRequest request, RequestBody body);

  /** Adds secrets that this transport sends in addition to those of the request. */
  void addSecrets(SdkHttpRequest request, Redactor redactor) {}

  @Override
  public final HttpResponse send(SdkHttpRequest request, RequestBody body, Deadline deadline)
      throws IOException, TimeoutException, InterruptedException {
    Redactor redactor = new Redactor();
    request
        .firstMatchingHeader("X-Amz-Security-Token")
        .ifPresent(token -> redactor.addToken(secret(token)));
    addSecrets(request, redactor);
    try {
      HttpResponse response = exchange(request, body, deadline, redactor);
      return response.isSuccess() ? response : response.redacted();
    } catch (IOException e) {
      throw redactor.redact(recordFailure(e, body));
    } catch (UncheckedIOException e) {
      throw redactor.redact(recordFailure(Objects.requireNonNull(e.getCause()), body));
    } catch (SdkClientException e) {
      throw redactor.redact(e);
    } catch (RuntimeException e) {
      throw redactor.redact(
          SdkClientException.create(
              "The HTTP client failed: " + e.getMessage() + "." + MAY_HAVE_TAKEN_EFFECT, e));
    }
  }

  private Secret secret(String token) {
    Secret last = lastToken;
    // HTTP sends a header value without surrounding whitespace.
    String sent = token.trim();
    if (last == null || !last.is(sent)) {
      last = new Secret(sent);
      lastToken = last;
    }
    return last;
  }

  /** Returns whether the HTTP client sends each request at most once, without its own retries. */
  abstract boolean sendsOnce();

  private IOException recordFailure(IOException e, RequestBody body) {
    IOException failure = translate(e);
    // If the HTTP client retries by itself, an earlier try may have reached the service.
    if (Causes.include(failure, NEVER_CONNECTED)
        && (sendsOnce() || !body.mayHaveBeenSentBefore())) {
      body.markNotSent();
    }
    return failure;
  }

  /**
   * Translates HttpClient's exceptions. Compares class names, because HttpClient may not be on the
   * class path.
   */
  private static IOException translate(IOException e) {
    return e.getClass().getName().startsWith("org.apache.hc.") ? ApacheExceptions.translate(e) : e;
  }

  private HttpResponse exchange(
      SdkHttpRequest request, RequestBody body, Deadline deadline, Redactor redactor)
      throws IOException, TimeoutException, InterruptedException {
    Exchange exchange = prepare(request, body);
    try (Watchdog.Watch watch = watchdog.watch(deadline, exchange::abort)) {
      try {
        body.markUnknownIfEmpty();
        return run(exchange, body, watch, redactor);
      } catch (IOException | RuntimeException e) {
        if (!exchange.mayHaveSent()) {
          body.markNotSent();
        }
        // An aborted HTTP client may throw any exception.
        watch.throwIfEnded();
        throw e;
      }
    }
  }

  private Exchange prepare(SdkHttpRequest request, RequestBody body) {
    try {
      return exchange(request, body);
    } catch (RuntimeException e) {
      throw SdkClientException.create(
          "The HTTP client rejected the request before sending it: " + e.getMessage(), e);
    }
  }

  private static HttpResponse run(
      Exchange exchange, RequestBody request, Watchdog.Watch watch, Redactor redactor)
      throws IOException, TimeoutException, InterruptedException {
    boolean complete = false;
    try {
      Head head = exchange.begin();
      request.markResponseStart();
      boolean success = HttpResponse.isSuccess(head.status());
      ResponseBody body =
          ResponseBody.read(
              head.body(), head.length(), success ? MAX_SUCCESS_BODY : MAX_ERROR_BODY, watch);
      complete = body.isComplete();
      if (success) {
        requireComplete(body);
      } else if (body.failure() != null) {
        watch.throwIfEnded();
      }
      return new HttpResponse(head.status(), exchange.headers(), body.bytes(), redactor);
    } finally {
      end(exchange, complete);
    }
  }

  /**
   * Closes an exchange. Aborts an incomplete one first, because closing alone may read the rest of
   * the response.
   */
  private static void end(Exchange exchange, boolean complete) {
    try {
      if (!complete) {
        exchange.abort();
      }
    } catch (RuntimeException e) {
      // Logged only: an earlier exception matters more.
      LOG.debug("an exchange could not be aborted: {}", e.getClass().getName());
    } finally {
      exchange.close();
    }
  }

  private static void requireComplete(ResponseBody body) throws IOException {
    if (body.failure() != null) {
      throw body.failure();
    }
    if (body.truncated()) {
      throw SdkClientException.create(
          "The body of the response is larger than %d bytes.".formatted(MAX_SUCCESS_BODY)
              + MAY_HAVE_TAKEN_EFFECT);
    }
  }
}
