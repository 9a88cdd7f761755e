package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.http.Exchange.Head;
import io.github.lambdaesm.internal.time.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpRequest;

/** What all transports do: exchanges are watched, bodies bounded, connections given back. */
abstract class WatchedTransport implements HttpTransport {
  private static final int LARGEST_SUCCESS_BODY = 8 * 1024 * 1024;
  private static final int LARGEST_ERROR_BODY = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(WatchedTransport.class);

  private final Watchdog watchdog = new Watchdog();

  /** An exchange that has not begun. */
  abstract Exchange exchange(SdkHttpRequest request, byte[] body);

  @Override
  public final HttpResponse send(SdkHttpRequest request, byte[] body, Deadline deadline)
      throws IOException, TimeoutException, InterruptedException {
    Exchange exchange = prepare(request, body);
    try (Watchdog.Watch watch = watchdog.watch(deadline, exchange::abort)) {
      try {
        return run(exchange, watch);
      } catch (IOException | RuntimeException e) {
        // A client that is aborted may say so in any words.
        watch.rethrow();
        throw e;
      }
    } catch (IOException e) {
      throw ApacheExceptions.translate(e);
    } catch (UncheckedIOException e) {
      throw ApacheExceptions.translate(Objects.requireNonNull(e.getCause()));
    } catch (SdkClientException e) {
      throw e;
    } catch (RuntimeException e) {
      throw SdkClientException.create(
          "The HTTP client failed: " + e.getMessage() + ". The call may have taken effect.", e);
    }
  }

  private Exchange prepare(SdkHttpRequest request, byte[] body) {
    try {
      return exchange(request, body);
    } catch (RuntimeException e) {
      throw SdkClientException.create("The HTTP client takes no request: " + e.getMessage(), e);
    }
  }

  private static HttpResponse run(Exchange exchange, Watchdog.Watch watch)
      throws IOException, TimeoutException, InterruptedException {
    boolean complete = false;
    try {
      Head head = exchange.begin();
      boolean success = HttpResponse.isSuccess(head.status());
      ResponseBody body =
          ResponseBody.read(
              head.body(),
              head.length(),
              success ? LARGEST_SUCCESS_BODY : LARGEST_ERROR_BODY,
              watch);
      complete = body.isComplete();
      if (success) {
        requireComplete(body);
      } else if (body.failure() != null) {
        watch.rethrow();
      }
      return new HttpResponse(head.status(), exchange::headers, body.bytes());
    } finally {
      end(exchange, complete);
    }
  }

  /** Without the abort, closing the response would read the rest of it first. */
  private static void end(Exchange exchange, boolean complete) {
    try {
      if (!complete) {
        exchange.abort();
      }
    } catch (RuntimeException e) {
      // What went wrong before matters more.
      LOG.debug("an exchange could not be aborted", e);
    } finally {
      exchange.close();
    }
  }

  private static void requireComplete(ResponseBody body) throws IOException {
    if (body.failure() != null) {
      throw body.failure();
    }
    if (body.cut()) {
      throw SdkClientException.create(
          "The body of the response is larger than %d bytes. The call may have taken effect."
              .formatted(LARGEST_SUCCESS_BODY));
    }
  }
}
