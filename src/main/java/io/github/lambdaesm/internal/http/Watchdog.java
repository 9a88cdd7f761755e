package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.time.Deadline;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends exchanges whose deadline has passed or whose thread was interrupted.
 *
 * <p>A thread that waits in a socket's read notices neither by itself. So one daemon thread for all
 * clients looks at all exchanges under way every few milliseconds. It lives only while there are
 * any, and shortly after. The exchanges that have to end are aborted in threads of their own,
 * because an HTTP client's abort may block.
 *
 * <p>A look or an abort that fails for lack of memory is repeated at the next tick, and delays no
 * other exchange.
 */
final class Watchdog {
  /** How late an exchange may be ended. */
  static final Duration TICK = Duration.ofMillis(5);

  private static final int IDLE_TICKS_BEFORE_REST = 400;
  private static final Duration ABORT_THREAD_KEEP_ALIVE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Watchdog SHARED = new Watchdog(LockSupport::parkNanos, newAborter());

  private final LongConsumer park;
  private final Executor aborter;
  private final ThreadFactory threads;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Lock starting = new ReentrantLock();
  private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

  /**
   * @param park passes some nanoseconds
   * @param aborter aborts exchanges, each apart from the others
   */
  Watchdog(LongConsumer park, Executor aborter) {
    this(park, aborter, DaemonThreads.named("lambda-esm-client-watchdog"));
  }

  Watchdog(LongConsumer park, Executor aborter, ThreadFactory threads) {
    this.park = park;
    this.aborter = aborter;
    this.threads = threads;
  }

  static Watchdog shared() {
    return SHARED;
  }

  /** As many threads as there are aborts that block, and one that is kept for a moment. */
  static Executor newAborter() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        ABORT_THREAD_KEEP_ALIVE.toMillis(),
        TimeUnit.MILLISECONDS,
        new SynchronousQueue<>(),
        DaemonThreads.named("lambda-esm-client-abort"));
  }

  /** Watches an exchange of the calling thread until the watch is closed. */
  Watch watch(Deadline deadline, Runnable abort) {
    Watch watch = new Watch(Thread.currentThread(), deadline, abort);
    watches.add(watch);
    if (!isRunning()) {
      start(watch);
    }
    return watch;
  }

  private void start(Watch watch) {
    starting.lock();
    try {
      if (!isRunning()) {
        Thread thread = threads.newThread(this::run);
        thread.start();
        running.set(thread);
      }
    } catch (Error e) {
      // There is no room for a thread: this call fails, the next one tries again.
      watch.close();
      throw e;
    } finally {
      starting.unlock();
    }
  }

  private void run() {
    try {
      while (!tickUntilRest()) {
        // An Error ended the round; the next one begins.
      }
    } finally {
      running.compareAndSet(Thread.currentThread(), null);
    }
  }

  private boolean tickUntilRest() {
    try {
      tickUntilIdle();
      return rest();
    } catch (Throwable e) {
      // Memory may be what is missing, so this does nothing that needs any.
      return false;
    }
  }

  /**
   * Whether there is nothing to watch. A watch that comes meanwhile either is seen or starts a
   * thread.
   */
  private boolean rest() {
    starting.lock();
    try {
      running.set(null);
      if (watches.isEmpty()) {
        return true;
      }
      running.set(Thread.currentThread());
      return false;
    } finally {
      starting.unlock();
    }
  }

  private void tickUntilIdle() {
    for (int idle = 0; idle < IDLE_TICKS_BEFORE_REST; idle++) {
      if (!watches.isEmpty()) {
        idle = 0;
      }
      try {
        tick();
      } finally {
        park.accept(TICK.toNanos());
        // Whoever interrupts this thread does not mean it; parking would end at once from now on.
        Thread.interrupted();
      }
    }
  }

  /** Whether the thread is there that looks. */
  boolean isRunning() {
    Thread thread = running.get();
    return thread != null && thread.isAlive();
  }

  /** Looks at every exchange once. */
  void tick() {
    for (Watch watch : watches) {
      try {
        watch.look();
      } catch (Throwable e) {
        // Memory may be what is missing, so this does nothing that needs any. The next tick looks
        // again.
      }
    }
  }

  /** The watch over one exchange. */
  final class Watch implements AutoCloseable {
    private final Thread caller;
    private final Deadline deadline;
    private final Runnable abort;
    private final Lock aborting = new ReentrantLock();
    private volatile boolean ending;
    private boolean closed;
    private boolean interrupted;
    private boolean late;

    private Watch(Thread caller, Deadline deadline, Runnable abort) {
      this.caller = caller;
      this.deadline = deadline;
      this.abort = abort;
    }

    private void look() {
      if (!ending && (caller.isInterrupted() || deadline.hasPassed())) {
        ending = true;
        handOver();
      }
    }

    private void handOver() {
      try {
        aborter.execute(this::end);
      } catch (Throwable e) {
        // There is no room for a thread: the next look tries again.
        ending = false;
        throw e;
      }
    }

    private void end() {
      aborting.lock();
      try {
        if (!closed) {
          abort();
          interrupted = caller.isInterrupted();
          late = !interrupted;
          close();
        }
      } catch (Error e) {
        // It has not been aborted, for lack of memory for example: the next look tries again.
        ending = false;
      } finally {
        aborting.unlock();
      }
    }

    private void abort() {
      try {
        abort.run();
      } catch (RuntimeException e) {
        LOG.debug("an exchange could not be aborted: {}", e.getClass().getName());
      }
    }

    /** Called while the exchange goes on: throws if it has to end. */
    void requireTime() throws InterruptedException, TimeoutException {
      if (caller.isInterrupted() || deadline.hasPassed()) {
        throwIfEnded();
      }
    }

    /** Called when the exchange failed: throws if that is because it had to end. */
    void throwIfEnded() throws InterruptedException, TimeoutException {
      close();
      if (Thread.interrupted() || interrupted) {
        throw new InterruptedException();
      }
      if (late || deadline.hasPassed()) {
        throw new TimeoutException();
      }
    }

    /** Ends the watch; an abort that is under way is waited for, so that nothing is left behind. */
    @Override
    public void close() {
      aborting.lock();
      try {
        closed = true;
        watches.remove(this);
      } finally {
        aborting.unlock();
      }
    }
  }
}
