package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sets up TLS before a connection needs it. */
@Timeout(20)
class EagerTlsStrategyTest {

  private static void upgrade(EagerTlsStrategy tls) throws IOException {
    tls.upgrade(new Socket(), "localhost", 443, null, null);
  }

  @Test
  void reportsSetupFailureOnEveryConnection() {
    EagerTlsStrategy tls =
        new EagerTlsStrategy(
            () -> {
              throw new IllegalStateException("no such protocol");
            });

    tls.prepare();

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> upgrade(tls))
          .isInstanceOf(ConnectException.class)
          .hasMessageStartingWith("TLS cannot be set up: ")
          .hasMessageEndingWith("no such protocol");
    }
  }

  @Test
  void ignoresOutOfMemoryDuringPreparation() {
    EagerTlsStrategy tls =
        new EagerTlsStrategy(
            () -> {
              throw new OutOfMemoryError("no room for certificates");
            });

    assertThatCode(tls::prepare).doesNotThrowAnyException();
  }

  @Test
  void retriesFailedSetupUntilItSucceeds() {
    int[] times = {0};
    EagerTlsStrategy tls =
        new EagerTlsStrategy(
            () -> {
              if (times[0]++ == 0) {
                throw new IllegalStateException("not yet");
              }
              return SSLContext.getDefault();
            });

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> upgrade(tls))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("not connected");
    }
    assertThat(times[0]).isEqualTo(2);
  }

  @Test
  void stopsWaitingForSetupWhenInterrupted() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    EagerTlsStrategy tls =
        new EagerTlsStrategy(
            () -> {
              started.countDown();
              released.await();
              return SSLContext.getDefault();
            });
    tls.begin();
    started.await();
    Thread.currentThread().interrupt();

    try {
      assertThatThrownBy(() -> upgrade(tls)).isInstanceOf(InterruptedIOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
      released.countDown();
    }
  }

  @Test
  void setsUpTlsOnlyOnce() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    int[] times = {0};
    EagerTlsStrategy tls =
        new EagerTlsStrategy(
            () -> {
              times[0]++;
              started.countDown();
              return SSLContext.getDefault();
            });

    tls.begin();
    started.await();
    tls.prepare();

    assertThat(times[0]).isEqualTo(1);
  }
}
