package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** A server that lets nobody in any more, and a client that would wait minutes to get in. */
@Timeout(30)
class ConnectingTest {
  private static final int MORE_THAN_THE_BACKLOG = 20;

  private final PoolingHttpClientConnectionManager connections =
      PoolingHttpClientConnectionManagerBuilder.create()
          .setDefaultConnectionConfig(
              ConnectionConfig.custom()
                  .setConnectTimeout(org.apache.hc.core5.util.Timeout.ofMinutes(5))
                  .build())
          .build();
  private final CloseableHttpClient patient =
      HttpClients.custom().setConnectionManager(connections).build();
  private final List<SocketChannel> waiting = new ArrayList<>();
  private ServerSocket server;
  private Calls calls;

  @BeforeEach
  void fillTheBacklog() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    for (int i = 0; i < MORE_THAN_THE_BACKLOG; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.connect(server.getLocalSocketAddress());
      waiting.add(channel);
    }
    calls =
        Calls.to(URI.create("http://127.0.0.1:" + server.getLocalPort()))
            .over(ApacheHttpTransport.over(patient));
  }

  @AfterEach
  void close() throws IOException {
    assertThat(connections.getTotalStats().getLeased()).isZero();
    calls.close();
    patient.close();
    for (SocketChannel channel : waiting) {
      channel.close();
    }
    server.close();
  }

  @Test
  void theTimeOfTheCallEndsIt() {
    calls.within(new Timeouts(Duration.ofMillis(200), Duration.ofMinutes(5)));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
  }

  @Test
  void theTimeOfTheCallEndsAHandshakeThatIsNotAnswered() {
    try (RawServer silent = RawServer.start(RawServer.Connection::hang)) {
      Calls secure =
          Calls.to(URI.create("https://127.0.0.1:" + silent.uri().getPort()))
              .over(ApacheHttpTransport.over(patient))
              .within(new Timeouts(Duration.ofMillis(200), Duration.ofMinutes(5)));

      assertThatThrownBy(secure::create).isInstanceOf(ApiCallTimeoutException.class);
    }
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread caller = new Thread(() -> ended.complete(catchThrowable(calls::create)));
    caller.start();
    while (connections.getTotalStats().getLeased() == 0) {
      Thread.onSpinWait();
    }

    caller.interrupt();

    assertThat(ended.get()).isInstanceOf(AbortedException.class);
  }
}
