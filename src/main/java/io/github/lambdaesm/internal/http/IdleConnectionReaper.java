package io.github.lambdaesm.internal.http;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.pool.ConnPoolControl;
import org.apache.hc.core5.util.TimeValue;

/**
 * Closes the idle connections of all clients, in one thread that ends when there is no client left.
 * It keeps no pool alive: a client that was not closed can be collected, and is forgotten then.
 */
final class IdleConnectionReaper {
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final Duration THREAD_KEEP_ALIVE = Duration.ofSeconds(1);
  private static final IdleConnectionReaper SHARED = new IdleConnectionReaper(PERIOD);

  private final Duration period;
  private final ScheduledThreadPoolExecutor executor;

  IdleConnectionReaper(Duration period) {
    this(period, DaemonThreads.named("lambda-esm-client-reaper"));
  }

  IdleConnectionReaper(Duration period, ThreadFactory threads) {
    this.period = period;
    executor = new ScheduledThreadPoolExecutor(1, threads);
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(THREAD_KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
    executor.allowCoreThreadTimeOut(true);
  }

  static IdleConnectionReaper shared() {
    return SHARED;
  }

  /**
   * Starts closing the connections of a pool that have been idle for too long.
   *
   * @return cancel it when the pool is closed
   */
  Future<?> watch(ConnPoolControl<?> pool, Duration idleTimeout) {
    Reaping reaping = new Reaping(new WeakReference<>(pool), TimeValue.of(idleTimeout));
    return executor.scheduleWithFixedDelay(
        reaping, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Replaces the thread if an Error has ended it; costs next to nothing while it lives. */
  void ensureThread() {
    try {
      executor.prestartCoreThread();
    } catch (OutOfMemoryError e) {
      // There is no room for a thread: whoever asks next tries again.
      return;
    }
  }

  /** How many threads there are: none or one. */
  int threads() {
    return executor.getPoolSize();
  }

  private record Reaping(WeakReference<ConnPoolControl<?>> reference, TimeValue idleTimeout)
      implements Runnable {
    @Override
    public void run() {
      ConnPoolControl<?> pool = reference.get();
      if (pool == null) {
        // The executor drops a task that throws.
        throw new CancellationException();
      }
      try {
        pool.closeExpired();
        pool.closeIdle(idleTimeout);
      } catch (RuntimeException | Error e) {
        // A task that throws would not run again. Nothing is logged: memory may be short.
        return;
      }
    }
  }
}
