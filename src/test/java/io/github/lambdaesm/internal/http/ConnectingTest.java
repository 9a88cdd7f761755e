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

/** A server that lets nobody in any more, and a client that would wait minutes to get in. */
@Timeout(30)
@ParameterizedClass
@EnumSource
class ConnectingTest {
  private static final int MORE_THAN_THE_BACKLOG = 20;

  private final TransportUnderTest patient;
  private final List<SocketChannel> waiting = new ArrayList<>();
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
      waiting.add(channel);
    }
    calls =
        Calls.to(URI.create("http://127.0.0.1:" + server.getLocalPort())).over(patient.transport());
  }

  @AfterEach
  void close() throws IOException {
    assertThat(patient.leased()).isZero();
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
              .over(patient.transport())
              .within(new Timeouts(Duration.ofMillis(200), Duration.ofMinutes(5)));

      assertThatThrownBy(secure::create).isInstanceOf(ApiCallTimeoutException.class);
    }
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread caller = new Thread(() -> ended.complete(catchThrowable(calls::create)));
    caller.start();
    while (patient.leased() == 0) {
      Thread.onSpinWait();
    }

    caller.interrupt();

    assertThat(ended.get()).isInstanceOf(AbortedException.class);
  }
}
