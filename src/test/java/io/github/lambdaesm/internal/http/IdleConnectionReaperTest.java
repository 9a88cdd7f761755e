package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testsupport.Await;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.pool.ConnPoolControl;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IdleConnectionReaperTest {
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final IdleConnectionReaper reaper = new IdleConnectionReaper(Duration.ofMillis(1));

  @Test
  void keepsClosingIdleConnectionsAfterErrors() throws Exception {
    CountDownLatch rounds = new CountDownLatch(3);
    ConnPoolControl<HttpRoute> pool =
        new FailingPool() {
          @Override
          public void closeIdle(TimeValue idleTime) {
            assertThat(idleTime.toDuration()).isEqualTo(IDLE);
            rounds.countDown();
            throw new OutOfMemoryError("in a round");
          }
        };

    Future<?> reaping = reaper.watch(pool, IDLE);

    rounds.await();
    assertThat(reaping.isDone()).isFalse();
    reaping.cancel(false);
  }

  @Test
  void stopsItsThreadWithTheLastPool() {
    FailingPool pool = new FailingPool();
    Future<?> one = reaper.watch(pool, IDLE);
    Future<?> other = reaper.watch(pool, IDLE);

    one.cancel(false);
    assertThat(reaper.threads()).isEqualTo(1);
    other.cancel(false);

    Await.until("its thread has ended", () -> reaper.threads() == 0);
  }

  @Test
  void startsItsThreadAgainAfterAFailedStart() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    IdleConnectionReaper shortOfMemory =
        new IdleConnectionReaper(
            Duration.ofMillis(1),
            task -> {
              if (attempts.incrementAndGet() <= 2) {
                throw new OutOfMemoryError("no room for a thread");
              }
              return DaemonThreads.named("reaper-under-test").newThread(task);
            });
    CountDownLatch rounds = new CountDownLatch(1);
    FailingPool pool =
        new FailingPool() {
          @Override
          public void closeIdle(TimeValue idleTime) {
            rounds.countDown();
          }
        };
    assertThatThrownBy(() -> shortOfMemory.watch(pool, IDLE)).isInstanceOf(OutOfMemoryError.class);

    shortOfMemory.ensureThread();
    assertThat(shortOfMemory.threads()).isZero();
    shortOfMemory.ensureThread();

    rounds.await();
  }

  @Test
  void forgetsUnreachablePool() {
    WeakReference<FailingPool> pool = watchAndForget();

    Await.until(
        "the pool is collected and the thread has ended",
        () -> {
          System.gc();
          return pool.get() == null && reaper.threads() == 0;
        });
  }

  private WeakReference<FailingPool> watchAndForget() {
    FailingPool pool = new FailingPool();
    var unused = reaper.watch(pool, IDLE);
    return new WeakReference<>(pool);
  }

  private static class FailingPool extends PoolingHttpClientConnectionManager {
    @Override
    public void closeIdle(TimeValue idleTime) {
      throw new IllegalStateException("no");
    }
  }
}
