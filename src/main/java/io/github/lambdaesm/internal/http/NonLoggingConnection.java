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
 * A connection that logs neither headers nor bytes, because session tokens are among them.
 *
 * <p>HttpClient's own connection logs both, and can be extended only since HttpClient 5.6. Like
 * that one, this connection refuses a socket once it is closed, so an exchange that is aborted
 * while it connects leaves no socket behind. It drops the {@code Connection} header that HttpClient
 * adds: HTTP/1.1 does not need it.
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

  /** Binds first and looks afterwards, so that a concurrent close meets either the socket or us. */
  @Override
  protected void bind(SocketHolder holder) throws IOException {
    super.bind(holder);
    if (closed) {
      super.close(CloseMode.IMMEDIATE);
      throw new InterruptedIOException("the connection was closed while it was being made");
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

  /** An idle connection has no timeout of the exchange before. */
  @Override
  public void passivate() {
    super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
  }

  @Override
  public void activate() {
    super.setSocketTimeout(socketTimeout);
  }
}
