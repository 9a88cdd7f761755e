package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** Puts what HttpClient throws into exceptions of the JDK, in words that help. */
final class ApacheExceptions {
  private ApacheExceptions() {}

  static IOException translate(IOException e) {
    if (e instanceof ConnectionRequestTimeoutException) {
      return new ConnectException(
          "no connection of the pool became free in time ("
              + e.getMessage()
              + "); make fewer calls at a time, or use a client with a larger pool");
    }
    if (e instanceof ConnectTimeoutException) {
      return new ConnectException("the connection could not be made in time: " + e.getMessage());
    }
    if (e instanceof HttpHostConnectException) {
      return new ConnectException(e.getMessage());
    }
    if (e instanceof NoHttpResponseException) {
      return new IOException("the connection was closed before an answer came");
    }
    if (e instanceof ClientProtocolException) {
      // HttpClient's message repeats what came, and nobody knows what that is.
      return new IOException("the answer is no well-formed HTTP/1.1");
    }
    return isForeign(e) ? new IOException(e.getMessage(), ownCause(e)) : e;
  }

  private static boolean isForeign(Throwable e) {
    return e.getClass().getName().startsWith("org.apache.hc.");
  }

  private static @Nullable Throwable ownCause(Throwable e) {
    Throwable cause = e.getCause();
    while (cause != null && isForeign(cause)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
