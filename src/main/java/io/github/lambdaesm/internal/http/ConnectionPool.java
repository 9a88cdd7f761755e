package io.github.lambdaesm.internal.http;

import java.net.Socket;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The connection pool that is used unless the user provides an HTTP client. Creates the HttpClient
 * that uses the pool.
 */
final class ConnectionPool {
  static final ConnectionConfig CONNECTION_CONFIG =
      ConnectionConfig.custom()
          .setConnectTimeout(Timeout.of(ConnectionDefaults.CONNECT_TIMEOUT))
          .setSocketTimeout(Timeout.of(ConnectionDefaults.READ_TIMEOUT))
          // A check takes a millisecond, and a recently used connection does not need one.
          .setValidateAfterInactivity(TimeValue.ofSeconds(1))
          .build();
  static final RequestConfig REQUEST_CONFIG =
      RequestConfig.custom()
          .setConnectionRequestTimeout(Timeout.of(ConnectionDefaults.LEASE_TIMEOUT))
          .setAuthenticationEnabled(false)
          .build();

  private final ProxySettings proxies;
  private final PoolingHttpClientConnectionManager connections;
  private final LeakFreeConnectionManager manager;
  private final Future<?> reaping;

  ConnectionPool() {
    this(ConnectionDefaults.MAX_CONNECTIONS);
  }

  ConnectionPool(int maxConnections) {
    this(maxConnections, ProxySettings.NONE, new EagerTlsStrategy());
  }

  ConnectionPool(int maxConnections, ProxySettings proxies, EagerTlsStrategy tls) {
    this(
        maxConnections,
        proxies,
        (PlainConnectionOperator.isNeeded()
                ? plainBuilder(Socket::new)
                : PoolingHttpClientConnectionManagerBuilder.create())
            .setTlsSocketStrategy(tls));
  }

  private ConnectionPool(
      int maxConnections,
      ProxySettings proxies,
      PoolingHttpClientConnectionManagerBuilder builder) {
    this.proxies = proxies;
    connections =
        builder
            .setConnectionFactory(new NonLoggingConnections())
            .setDefaultConnectionConfig(CONNECTION_CONFIG)
            .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
            .setMaxConnPerRoute(maxConnections)
            .setMaxConnTotal(maxConnections)
            .build();
    IdleConnectionReaper reaper = IdleConnectionReaper.shared();
    manager =
        new LeakFreeConnectionManager(
            connections, TimeValue.of(ConnectionDefaults.IDLE_TIMEOUT), reaper);
    reaping = reaper.watch(connections, ConnectionDefaults.IDLE_TIMEOUT);
  }

  /** Creates a pool whose connections use the given sockets instead of the network. */
  static ConnectionPool overSockets(Supplier<Socket> sockets) {
    return new ConnectionPool(
        1,
        ProxySettings.NONE,
        (PlainConnectionOperator.isNeeded() ? plainBuilder(sockets) : defaultBuilder(sockets))
            // Never used, but without one HttpClient would create its own.
            .setTlsSocketStrategy(new EagerTlsStrategy()));
  }

  private static PoolingHttpClientConnectionManagerBuilder plainBuilder(Supplier<Socket> sockets) {
    return new PoolingHttpClientConnectionManagerBuilder() {
      @Override
      protected HttpClientConnectionOperator createConnectionOperator(
          SchemePortResolver ports, DnsResolver hosts, TlsSocketStrategy tls) {
        return new PlainConnectionOperator(sockets, tls);
      }
    };
  }

  private static PoolingHttpClientConnectionManagerBuilder defaultBuilder(
      Supplier<Socket> sockets) {
    return new PoolingHttpClientConnectionManagerBuilder() {
      @Override
      protected HttpClientConnectionOperator createConnectionOperator(
          SchemePortResolver ports, DnsResolver hosts, TlsSocketStrategy tls) {
        return new DefaultHttpClientConnectionOperator(
            socks -> sockets.get(), ports, hosts, scheme -> null);
      }
    };
  }

  private static final class NonLoggingConnections
      implements HttpConnectionFactory<ManagedHttpClientConnection> {
    @Override
    public ManagedHttpClientConnection createConnection(@Nullable Socket socket) {
      return new NonLoggingConnection();
    }
  }

  /** Creates an HttpClient without retries, redirects, cookies and other features. */
  CloseableHttpClient newClient() {
    return proxies.isEmpty() ? HttpClients.createMinimal(manager) : newProxyClient();
  }

  /** Creates an HttpClient that supports proxies, which the minimal HttpClient does not. */
  private CloseableHttpClient newProxyClient() {
    return HttpClientBuilder.create()
        .setConnectionManager(manager)
        .setConnectionManagerShared(true)
        .setRoutePlanner(new ProxyRoutePlanner(proxies))
        .addExecInterceptorFirst("proxy", new ProxyExecHandler(proxies))
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableDefaultUserAgent()
        .disableRedirectHandling()
        .build();
  }

  ProxySettings proxies() {
    return proxies;
  }

  PoolStats stats() {
    return connections.getTotalStats();
  }

  void close() {
    reaping.cancel(false);
    manager.shutDown();
  }
}
