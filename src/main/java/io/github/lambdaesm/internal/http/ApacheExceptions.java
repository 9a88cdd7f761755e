package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** Translates HttpClient's exceptions to exceptions of the JDK with more helpful messages. */
final class ApacheExceptions {
  private ApacheExceptions() {}

  static IOException translate(IOException e) {
    if (e instanceof ConnectionRequestTimeoutException) {
      return new ConnectException(
          "no connection in the pool became available in time ("
              + e.getMessage()
              + "); make fewer concurrent calls, or use an HTTP client with a larger pool");
    }
    if (e instanceof ConnectTimeoutException) {
      return new ConnectException(
          "the connection could not be established in time: " + e.getMessage());
    }
    if (e instanceof HttpHostConnectException) {
      return new ConnectException(e.getMessage());
    }
    if (e instanceof NoHttpResponseException) {
      return new IOException("the connection was closed before a response arrived");
    }
    if (e instanceof ClientProtocolException) {
      // Omits HttpClient's message, because it quotes the response, which may contain anything.
      return new IOException("the response is not valid HTTP/1.1");
    }
    return isFromHttpClient(e) ? new IOException(e.getMessage(), firstOtherCause(e)) : e;
  }

  private static boolean isFromHttpClient(Throwable e) {
    return e.getClass().getName().startsWith("org.apache.hc.");
  }

  private static @Nullable Throwable firstOtherCause(Throwable e) {
    Throwable cause = e.getCause();
    while (cause != null && isFromHttpClient(cause)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
