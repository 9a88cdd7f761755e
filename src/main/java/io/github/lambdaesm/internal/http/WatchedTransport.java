package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.http.Exchange.Head;
import io.github.lambdaesm.internal.time.Deadline;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpRequest;

/** What all transports do: exchanges are watched, bodies bounded, connections given back. */
abstract class WatchedTransport implements HttpTransport {
  private static final int LARGEST_SUCCESS_BODY = 8 * 1024 * 1024;
  private static final int LARGEST_ERROR_BODY = 64 * 1024;

  private final Watchdog watchdog = new Watchdog();

  /** An exchange that has not begun. */
  abstract Exchange exchange(SdkHttpRequest request, byte[] body);

  @Override
  public final HttpResponse send(SdkHttpRequest request, byte[] body, Deadline deadline)
      throws IOException, TimeoutException, InterruptedException {
    Exchange exchange = exchange(request, body);
    try (Watchdog.Watch watch = watchdog.watch(deadline, exchange::abort)) {
      try {
        return run(exchange, watch);
      } catch (IOException e) {
        watch.rethrow();
        throw ApacheExceptions.translate(e);
      } catch (RuntimeException e) {
        // HttpClient answers so when it is cancelled while it waits for a connection.
        watch.rethrow();
        throw SdkClientException.create("The HTTP client cannot send: " + e.getMessage(), e);
      }
    }
  }

  private static HttpResponse run(Exchange exchange, Watchdog.Watch watch)
      throws IOException, TimeoutException, InterruptedException {
    boolean complete = false;
    try {
      Head head = exchange.begin();
      ResponseBody body =
          ResponseBody.read(
              head.body(), head.isSuccess() ? LARGEST_SUCCESS_BODY : LARGEST_ERROR_BODY, watch);
      complete = body.isComplete();
      if (head.isSuccess()) {
        requireComplete(body);
      } else if (body.failure() != null) {
        watch.rethrow();
      }
      return new HttpResponse(head.status(), head.headers(), body.bytes());
    } finally {
      if (!complete) {
        // Otherwise closing the response would read the rest of it first.
        exchange.abort();
      }
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
