package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testsupport.Await;
import io.github.lambdaesm.testsupport.RawServer;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases connections that the pool grants just as the waiting thread gives up. */
@org.junit.jupiter.api.Timeout(30)
class LeakFreeConnectionManagerTest {
  private static final HttpRoute ROUTE = new HttpRoute(new HttpHost("127.0.0.1", 1));

  private static final IdleConnectionReaper REAPER =
      new IdleConnectionReaper(Duration.ofSeconds(5));

  private final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();

  @AfterEach
  void close() {
    pool.close(CloseMode.IMMEDIATE);
  }

  @Test
  void releasesConnectionGrantedToAnInterruptedThread() {
    LeaseRequest lease = leaseOver(new FailsFirstWait(new InterruptedException()));

    assertThatThrownBy(() -> lease.get(Timeout.ofSeconds(1)))
        .isInstanceOf(InterruptedException.class);

    assertThat(pool.getTotalStats().getLeased()).isZero();
  }

  @Test
  void releasesConnectionGrantedAtTheTimeout() {
    LeaseRequest lease = leaseOver(new FailsFirstWait(new TimeoutException()));

    assertThatThrownBy(() -> lease.get(Timeout.ofSeconds(1))).isInstanceOf(TimeoutException.class);

    assertThat(pool.getTotalStats().getLeased()).isZero();
  }

  @Test
  void releasesConnectionGrantedOnOutOfMemory() {
    LeaseRequest lease = leaseOver(new FailsFirstWait(new OutOfMemoryError("in a wait")));

    assertThatThrownBy(() -> lease.get(Timeout.ofSeconds(1))).isInstanceOf(OutOfMemoryError.class);

    assertThat(pool.getTotalStats().getLeased()).isZero();
  }

  @Test
  void leasesConnectionUntilItIsReleased() throws Exception {
    LeaseRequest lease = leaseOver(pool);

    ConnectionEndpoint endpoint = lease.get(Timeout.ofSeconds(1));

    assertThat(pool.getTotalStats().getLeased()).isEqualTo(1);
    new LeakFreeConnectionManager(pool, TimeValue.ofMinutes(1), REAPER)
        .release(endpoint, null, TimeValue.ZERO_MILLISECONDS);
    assertThat(pool.getTotalStats().getLeased()).isZero();
  }

  @Test
  void keepsThePoolOpenWhenClosedImmediately() throws Exception {
    try (RawServer server = RawServer.start(RawServer.Connection::hang);
        LeakFreeConnectionManager manager =
            new LeakFreeConnectionManager(pool, TimeValue.ofMinutes(1), REAPER)) {
      HttpRoute route = new HttpRoute(new HttpHost("127.0.0.1", server.uri().getPort()));
      ConnectionEndpoint endpoint =
          manager.lease("id", route, Timeout.ofSeconds(1), null).get(Timeout.ofSeconds(1));
      manager.connect(endpoint, Timeout.ofSeconds(1), HttpClientContext.create());
      assertThat(endpoint.isConnected()).isTrue();

      manager.close(CloseMode.IMMEDIATE);

      assertThat(endpoint.isConnected()).as("an Error of one call closes no pool").isTrue();
    }
  }

  /** A pool that is closed during a connect loses track of the new connection. */
  @Test
  void closesConnectionMadeDuringShutdown() throws Exception {
    try (RawServer server = RawServer.start(RawServer.Connection::hang)) {
      HttpRoute route = new HttpRoute(new HttpHost("127.0.0.1", server.uri().getPort()));
      LeakFreeConnectionManager[] manager = new LeakFreeConnectionManager[1];
      ShutDownWhileConnecting pool = new ShutDownWhileConnecting(() -> manager[0].shutDown());
      manager[0] = new LeakFreeConnectionManager(pool, TimeValue.ofMinutes(1), REAPER);
      ConnectionEndpoint endpoint =
          manager[0].lease("id", route, Timeout.ofSeconds(1), null).get(Timeout.ofSeconds(1));

      assertThatThrownBy(
              () -> manager[0].connect(endpoint, Timeout.ofSeconds(1), HttpClientContext.create()))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("closed while connecting");

      assertThat(endpoint.isConnected()).isFalse();
    }
  }

  /** Through a proxy's tunnel, TLS begins after the connection was made. */
  @Test
  void closesConnectionUpgradedAfterShutdown() throws Exception {
    try (RawServer server = RawServer.start(RawServer.Connection::hang)) {
      HttpRoute route = new HttpRoute(new HttpHost("127.0.0.1", server.uri().getPort()));
      LeakFreeConnectionManager manager =
          new LeakFreeConnectionManager(
              new ShutDownWhileConnecting(() -> {}), TimeValue.ofMinutes(1), REAPER);
      ConnectionEndpoint endpoint =
          manager.lease("id", route, Timeout.ofSeconds(1), null).get(Timeout.ofSeconds(1));
      manager.connect(endpoint, Timeout.ofSeconds(1), HttpClientContext.create());
      manager.shutDown();

      assertThatThrownBy(() -> manager.upgrade(endpoint, HttpClientContext.create()))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("closed while connecting");

      assertThat(endpoint.isConnected()).isFalse();
    }
  }

  /** A pool that runs a shutdown while it connects, and ignores that it is closed. */
  private static final class ShutDownWhileConnecting extends PoolingHttpClientConnectionManager {
    private final Runnable shutDown;

    ShutDownWhileConnecting(Runnable shutDown) {
      this.shutDown = shutDown;
    }

    @Override
    public void connect(ConnectionEndpoint endpoint, TimeValue timeout, HttpContext context)
        throws IOException {
      super.connect(endpoint, timeout, context);
      shutDown.run();
    }

    @Override
    public void upgrade(ConnectionEndpoint endpoint, HttpContext context) {}

    @Override
    public void close(CloseMode closeMode) {}
  }

  @Test
  void restartsTheReaperThreadWhenAConnectionBecomesIdle() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    IdleConnectionReaper shortOfMemory =
        new IdleConnectionReaper(
            Duration.ofSeconds(5),
            task -> {
              if (attempts.incrementAndGet() == 1) {
                throw new OutOfMemoryError("no room for a thread");
              }
              return DaemonThreads.named("reaper-under-test").newThread(task);
            });
    assertThatThrownBy(() -> shortOfMemory.watch(pool, Duration.ofMinutes(1)))
        .isInstanceOf(OutOfMemoryError.class);
    LeakFreeConnectionManager manager =
        new LeakFreeConnectionManager(pool, TimeValue.ofMinutes(1), shortOfMemory);
    ConnectionEndpoint endpoint =
        manager.lease("id", ROUTE, Timeout.ofSeconds(1), null).get(Timeout.ofSeconds(1));

    manager.release(endpoint, null, TimeValue.ofMinutes(1));

    assertThat(attempts).hasValue(2);
  }

  @Test
  void closesConnectionReleasedAfterShutdown() throws Exception {
    try (RawServer server = RawServer.respondingWith("")) {
      HttpRoute route = new HttpRoute(new HttpHost("127.0.0.1", server.uri().getPort()));
      LeakFreeConnectionManager manager =
          new LeakFreeConnectionManager(
              new ShutDownWhileConnecting(() -> {}), TimeValue.ofMinutes(1), REAPER);
      ConnectionEndpoint endpoint =
          manager.lease("id", route, Timeout.ofSeconds(1), null).get(Timeout.ofSeconds(1));
      manager.connect(endpoint, Timeout.ofSeconds(1), HttpClientContext.create());
      manager.shutDown();

      manager.release(endpoint, null, TimeValue.ofMinutes(1));

      Await.until("no socket is open", () -> server.openConnections() == 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 60000", "0, 0", "1000, 1000", "60000, 60000", "60001, 60000"})
  void limitsTheIdleTimeOfAConnection(long requested, long limited) {
    TimeValue[] released = new TimeValue[1];
    LeakFreeConnectionManager manager =
        new LeakFreeConnectionManager(
            new PoolingHttpClientConnectionManager() {
              @Override
              public void release(ConnectionEndpoint endpoint, Object state, TimeValue keepAlive) {
                released[0] = keepAlive;
              }
            },
            TimeValue.ofMinutes(1),
            REAPER);

    manager.release(null, null, TimeValue.ofMilliseconds(requested));

    assertThat(released[0].toMilliseconds()).isEqualTo(limited);
  }

  private static LeaseRequest leaseOver(HttpClientConnectionManager manager) {
    return new LeakFreeConnectionManager(manager, TimeValue.ofMinutes(1), REAPER)
        .lease("id", ROUTE, Timeout.ofSeconds(1), null);
  }

  /** Grants a connection of the pool, but fails the first wait for it. */
  private final class FailsFirstWait implements HttpClientConnectionManager {
    private final Throwable reason;

    FailsFirstWait(Throwable reason) {
      this.reason = reason;
    }

    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout timeout, Object state) {
      LeaseRequest granted = pool.lease(id, route, timeout, state);
      return new LeaseRequest() {
        private boolean first = true;

        @Override
        public ConnectionEndpoint get(Timeout wait) throws InterruptedException, TimeoutException {
          if (first) {
            first = false;
            if (reason instanceof InterruptedException interrupted) {
              throw interrupted;
            }
            if (reason instanceof Error error) {
              throw error;
            }
            throw (TimeoutException) reason;
          }
          try {
            return granted.get(wait);
          } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
          }
        }

        @Override
        public boolean cancel() {
          return granted.cancel();
        }
      };
    }

    @Override
    public void release(ConnectionEndpoint endpoint, Object state, TimeValue validFor) {
      pool.release(endpoint, state, validFor);
    }

    @Override
    public void connect(ConnectionEndpoint endpoint, TimeValue timeout, HttpContext context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void upgrade(ConnectionEndpoint endpoint, HttpContext context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close(CloseMode closeMode) {}

    @Override
    public void close() {}
  }
}
