package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.time.Deadline;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Exchanges one request for one response. No type of an HTTP library crosses this border. */
public interface HttpTransport extends AutoCloseable {

  /**
   * Sends a request and reads the response: the whole body of a success, the beginning of an
   * error's body. However it ends, the connection was given back or closed, and the body says how
   * much of it was sent. Neither the response to a failed request nor an exception has a session
   * token or the credentials of a proxy in it, though the server repeat them.
   *
   * @throws IOException if there is no complete response; the request may have reached the service
   * @throws TimeoutException if the deadline passed first
   * @throws InterruptedException if the calling thread was interrupted first; its flag is cleared
   * @throws SdkClientException if the body of a success is too large, or the transport is closed or
   *     broken
   */
  HttpResponse send(SdkHttpRequest request, RequestBody body, Deadline deadline)
      throws IOException, TimeoutException, InterruptedException;

  @Override
  void close();
}
