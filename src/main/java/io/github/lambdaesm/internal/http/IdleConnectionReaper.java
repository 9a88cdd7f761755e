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
 * Closes the idle connections of all clients. Uses one thread, which ends when no client is left.
 * References pools weakly, so that clients that were not closed can be garbage-collected.
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
   * Starts closing the idle connections of a pool periodically.
   *
   * @return a future to cancel when the pool is closed
   */
  Future<?> watch(ConnPoolControl<?> pool, Duration idleTimeout) {
    Reaping reaping = new Reaping(new WeakReference<>(pool), TimeValue.of(idleTimeout));
    return executor.scheduleWithFixedDelay(
        reaping, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Replaces the thread if an Error has ended it. Cheap while the thread is alive. */
  void ensureThread() {
    try {
      executor.prestartCoreThread();
    } catch (OutOfMemoryError e) {
      // Cannot create a thread now; the next call tries again.
      return;
    }
  }

  /** Returns the number of threads: 0 or 1. */
  int threads() {
    return executor.getPoolSize();
  }

  private record Reaping(WeakReference<ConnPoolControl<?>> reference, TimeValue idleTimeout)
      implements Runnable {
    @Override
    public void run() {
      ConnPoolControl<?> pool = reference.get();
      if (pool == null) {
        // Stops the task: the executor does not run a task again after it throws.
        throw new CancellationException();
      }
      try {
        pool.closeExpired();
        pool.closeIdle(idleTimeout);
      } catch (RuntimeException | Error e) {
        // Caught so that the task runs again. Not logged, because memory may be short.
        return;
      }
    }
  }
}
