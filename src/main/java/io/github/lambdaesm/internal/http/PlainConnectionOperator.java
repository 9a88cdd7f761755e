package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connects sockets without the module {@code jdk.net}.
 *
 * <p>HttpClient's own operator cannot be loaded without that module, which it uses for options that
 * this client does not set. A modular application has the module only if it requires it.
 */
final class PlainConnectionOperator implements HttpClientConnectionOperator {
  private final Supplier<Socket> sockets;
  private final TlsSocketStrategy tls;

  /**
   * @param sockets creates unconnected sockets
   */
  PlainConnectionOperator(Supplier<Socket> sockets, TlsSocketStrategy tls) {
    this.sockets = sockets;
    this.tls = tls;
  }

  /** Returns whether HttpClient's own operator cannot be used. */
  static boolean isNeeded() {
    return ModuleLayer.boot().findModule("jdk.net").isEmpty();
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable InetSocketAddress localAddress,
      @Nullable TimeValue connectTimeout,
      SocketConfig config,
      HttpContext context)
      throws IOException {
    Timeout timeout =
        connectTimeout == null
            ? null
            : Timeout.of(connectTimeout.getDuration(), connectTimeout.getTimeUnit());
    connect(connection, host, host, localAddress, timeout, config, null, context);
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable NamedEndpoint name,
      @Nullable InetSocketAddress localAddress,
      @Nullable Timeout connectTimeout,
      SocketConfig config,
      @Nullable Object attachment,
      HttpContext context)
      throws IOException {
    Socket socket =
        connectAny(connection, host, Timeout.defaultsToDisabled(connectTimeout), config);
    if ("https".equals(host.getSchemeName())) {
      startTls(connection, socket, name == null ? host : name, attachment, context);
    }
  }

  /** Tries each address of the host in turn. */
  private Socket connectAny(
      ManagedHttpClientConnection connection, HttpHost host, Timeout timeout, SocketConfig config)
      throws IOException {
    IOException failure = new IOException(host.getHostName() + " has no address");
    for (InetAddress address : InetAddress.getAllByName(host.getHostName())) {
      try {
        return connect(connection, new InetSocketAddress(address, host.getPort()), timeout, config);
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure;
  }

  /** Binds the socket before connecting it, so that an abort can close it. */
  private Socket connect(
      ManagedHttpClientConnection connection,
      InetSocketAddress address,
      Timeout timeout,
      SocketConfig config)
      throws IOException {
    Socket socket = sockets.get();
    try {
      socket.setTcpNoDelay(config.isTcpNoDelay());
      // For the TLS handshake; the pool sets the read timeout afterwards.
      socket.setSoTimeout(timeout.toMillisecondsIntBound());
      connection.bind(socket);
      socket.connect(address, timeout.toMillisecondsIntBound());
      connection.bind(socket);
      return socket;
    } catch (IOException | RuntimeException e) {
      Closer.closeQuietly(socket);
      throw e;
    }
  }

  @Override
  public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context)
      throws IOException {
    upgrade(connection, host, host, null, context);
  }

  @Override
  public void upgrade(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable NamedEndpoint name,
      @Nullable Object attachment,
      HttpContext context)
      throws IOException {
    Socket socket = connection.getSocket();
    if (socket == null) {
      throw new IOException("the connection was closed before the TLS handshake");
    }
    startTls(connection, socket, name == null ? host : name, attachment, context);
  }

  private void startTls(
      ManagedHttpClientConnection connection,
      Socket socket,
      NamedEndpoint name,
      @Nullable Object attachment,
      HttpContext context)
      throws IOException {
    SSLSocket secured =
        tls.upgrade(socket, name.getHostName(), name.getPort(), attachment, context);
    connection.bind(secured, socket);
  }
}
