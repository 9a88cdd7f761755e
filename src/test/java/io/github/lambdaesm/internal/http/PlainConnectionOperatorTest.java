package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connects in applications without the module jdk.net. */
class PlainConnectionOperatorTest {
  private static final TimeValue TIMEOUT = TimeValue.ofSeconds(10);

  @TempDir private static Path folder;

  private final PlainConnectionOperator operator =
      new PlainConnectionOperator(Socket::new, new EagerTlsStrategy());
  private final NonLoggingConnection connection = new NonLoggingConnection();

  @AfterEach
  void close() {
    connection.close(CloseMode.IMMEDIATE);
  }

  private void connect(HttpHost host) throws IOException {
    operator.connect(
        connection, host, null, TIMEOUT, SocketConfig.DEFAULT, HttpClientContext.create());
  }

  @Test
  void isNeededOnlyWithoutJdkNet() {
    assertThat(PlainConnectionOperator.isNeeded())
        .isEqualTo(ModuleLayer.boot().findModule("jdk.net").isEmpty());
  }

  @Test
  void connectsWithSocketOptions() throws IOException {
    try (RawServer server = RawServer.respondingWith("")) {
      connect(new HttpHost("127.0.0.1", server.uri().getPort()));

      assertThat(connection.isOpen()).isTrue();
      assertThat(connection.getSocket().getTcpNoDelay()).isTrue();
      assertThat(connection.getSocket().getSoTimeout()).isEqualTo(10_000);
    }
  }

  @Test
  void closesTheSocketWhenTheConnectionIsRefused() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(() -> connect(new HttpHost("localhost", port)))
        .isInstanceOf(IOException.class);
    assertThat(connection.getSocket().isClosed()).isTrue();
  }

  @Test
  void verifiesHostNameOverTlsAndThroughATunnel() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "localhost", "named.test");
    certificate.trust();
    try (CapturingServer server = CapturingServer.withTls(certificate.serverContext())) {
      HttpHost host = new HttpHost("https", "localhost", server.port());
      HttpClientContext context = HttpClientContext.create();

      connect(host);
      assertThat(connection.getSSLSession().isValid()).isTrue();

      NonLoggingConnection tunnel = new NonLoggingConnection();
      operator.connect(
          tunnel,
          new HttpHost("http", "localhost", server.port()),
          null,
          TIMEOUT,
          SocketConfig.DEFAULT,
          context);
      operator.upgrade(tunnel, new HttpHost("https", "named.test", server.port()), context);
      assertThat(tunnel.getSSLSession().isValid()).isTrue();
      tunnel.close();

      NonLoggingConnection other = new NonLoggingConnection();
      assertThatThrownBy(
              () ->
                  operator.connect(
                      other,
                      host,
                      new HttpHost("https", "other.test", server.port()),
                      null,
                      Timeout.ofSeconds(10),
                      SocketConfig.DEFAULT,
                      null,
                      context))
          .isInstanceOf(IOException.class);
      other.close();
    } finally {
      certificate.distrust();
    }
    assertThatThrownBy(
            () ->
                operator.upgrade(
                    new NonLoggingConnection(),
                    new HttpHost("https", "named.test", 1),
                    HttpClientContext.create()))
        .hasMessageContaining("closed before the TLS handshake");
  }
}
