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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Ends calls to a server with a full backlog, whose client would wait minutes to connect. */
@Timeout(30)
@ParameterizedClass
@EnumSource
class ConnectingTest {
  private static final int MORE_THAN_THE_BACKLOG = 20;

  private final TransportUnderTest patient;
  private final List<SocketChannel> pending = new ArrayList<>();
  private ServerSocket server;
  private Calls calls;

  ConnectingTest(TransportUnderTest.Kind kind) {
    patient = kind.openPatient();
  }

  @BeforeEach
  void fillTheBacklog() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    for (int i = 0; i < MORE_THAN_THE_BACKLOG; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.connect(server.getLocalSocketAddress());
      pending.add(channel);
    }
    calls =
        Calls.to(URI.create("http://127.0.0.1:" + server.getLocalPort())).over(patient.transport());
  }

  @AfterEach
  void close() throws IOException {
    assertThat(patient.leased()).isZero();
    patient.close();
    for (SocketChannel channel : pending) {
      channel.close();
    }
    server.close();
  }

  @Test
  void timesOutWhileConnecting() {
    calls.within(new Timeouts(Duration.ofMillis(200), Duration.ofMinutes(5)));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
  }

  @Test
  void timesOutDuringTheTlsHandshake() {
    try (RawServer silent = RawServer.start(RawServer.Connection::hang)) {
      Calls secure =
          Calls.to(URI.create("https://127.0.0.1:" + silent.uri().getPort()))
              .over(patient.transport())
              .within(new Timeouts(Duration.ofMillis(200), Duration.ofMinutes(5)));

      assertThatThrownBy(secure::create).isInstanceOf(ApiCallTimeoutException.class);
    }
  }

  @Test
  void abortsConnectingWhenInterrupted() throws Exception {
    CompletableFuture<Throwable> result = new CompletableFuture<>();
    Thread caller = new Thread(() -> result.complete(catchThrowable(calls::create)));
    caller.start();
    while (patient.leased() == 0) {
      Thread.onSpinWait();
    }

    caller.interrupt();

    assertThat(result.get()).isInstanceOf(AbortedException.class);
  }
}
