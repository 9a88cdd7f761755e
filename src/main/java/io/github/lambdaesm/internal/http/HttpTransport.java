package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.time.Deadline;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Sends HTTP requests. Hides the types of the HTTP library. */
public interface HttpTransport extends AutoCloseable {
  /** Ends the message of an error that leaves open whether the service has executed the call. */
  String MAY_HAVE_TAKEN_EFFECT =
      " The call may have taken effect. Before you repeat a change, check the mapping.";

  /**
   * Sends a request and reads the response. Reads the whole body of a success, but only the
   * beginning of a large error body.
   *
   * <p>In every case, the connection is returned to the pool or closed, and the request body has
   * recorded how much of it was sent. Session tokens and proxy credentials that a server echoes are
   * redacted from error responses and exceptions.
   *
   * @throws IOException if there is no complete response; the request may have reached the service
   * @throws TimeoutException if the deadline passed first
   * @throws InterruptedException if the calling thread was interrupted first; its flag is cleared
   * @throws SdkClientException if the body of a success is too large, or the HTTP client is closed
   *     or fails
   */
  HttpResponse send(SdkHttpRequest request, RequestBody body, Deadline deadline)
      throws IOException, TimeoutException, InterruptedException;

  @Override
  void close();
}
