package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that does not log headers and bytes, which contain session tokens.
 *
 * <p>HttpClient's own connection logs both and cannot be extended before HttpClient 5.6. Like it,
 * this connection rejects a socket after it was closed, so that aborting an exchange while it
 * connects leaves no open socket. It removes the {@code Connection} header that HttpClient adds,
 * which HTTP/1.1 does not need.
 */
final class NonLoggingConnection extends DefaultBHttpClientConnection
    implements ManagedHttpClientConnection {
  private static final Http1Config BOUNDED =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(64 * 1024).build();

  private volatile boolean closed;
  private volatile Timeout socketTimeout = Timeout.ZERO_MILLISECONDS;

  NonLoggingConnection() {
    super(BOUNDED);
  }

  @Override
  public void bind(Socket socket) throws IOException {
    bind(new SocketHolder(socket));
  }

  @Override
  public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
    bind(new SocketHolder(sslSocket, socket));
  }

  /**
   * Binds a socket, and closes it if this connection is closed. Checks after binding, so that a
   * concurrent close either closes the socket itself or is seen here.
   */
  @Override
  protected void bind(SocketHolder holder) throws IOException {
    super.bind(holder);
    if (closed) {
      super.close(CloseMode.IMMEDIATE);
      throw new InterruptedIOException("the connection was closed while connecting");
    }
    socketTimeout = Timeout.ofMilliseconds(holder.getSocket().getSoTimeout());
  }

  @Override
  public void close() throws IOException {
    closed = true;
    super.close();
  }

  @Override
  public void close(CloseMode mode) {
    closed = true;
    super.close(mode);
  }

  @Override
  public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
    request.removeHeaders(HttpHeaders.CONNECTION);
    super.sendRequestHeader(request);
  }

  @Override
  public @Nullable Socket getSocket() {
    SocketHolder holder = getSocketHolder();
    return holder == null ? null : holder.getSocket();
  }

  @Override
  public void setSocketTimeout(Timeout timeout) {
    socketTimeout = timeout;
    super.setSocketTimeout(timeout);
  }

  /** Removes the previous exchange's timeout while the connection is idle. */
  @Override
  public void passivate() {
    super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
  }

  @Override
  public void activate() {
    super.setSocketTimeout(socketTimeout);
  }
}
