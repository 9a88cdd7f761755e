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
 * Aborts exchanges whose deadline has passed or whose thread was interrupted.
 *
 * <p>A thread that is blocked in a socket read notices neither. So one daemon thread for all
 * clients checks all running exchanges every few milliseconds. The thread ends shortly after the
 * last exchange. Exchanges are aborted in separate threads, because an HTTP client's abort may
 * block.
 *
 * <p>A check or an abort that fails for lack of memory is repeated at the next tick and does not
 * delay other exchanges.
 */
final class Watchdog {
  /** The interval between checks, and so the maximum delay of an abort. */
  static final Duration TICK = Duration.ofMillis(5);

  private static final int IDLE_TICKS_BEFORE_STOP = 400;
  private static final Duration ABORT_THREAD_KEEP_ALIVE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Watchdog SHARED = new Watchdog(LockSupport::parkNanos, newAborter());

  private final LongConsumer park;
  private final Executor aborter;
  private final ThreadFactory threads;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Lock startLock = new ReentrantLock();
  private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

  /**
   * @param park waits for a number of nanoseconds
   * @param aborter aborts exchanges, independently of each other
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

  /**
   * Returns an executor that starts a thread for each concurrent abort. Idle threads end after a
   * second.
   */
  static Executor newAborter() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        ABORT_THREAD_KEEP_ALIVE.toMillis(),
        TimeUnit.MILLISECONDS,
        new SynchronousQueue<>(),
        DaemonThreads.named("lambda-esm-client-abort"));
  }

  /** Starts watching an exchange of the calling thread. Watching ends when the watch is closed. */
  Watch watch(Deadline deadline, Runnable abort) {
    Watch watch = new Watch(Thread.currentThread(), deadline, abort);
    watches.add(watch);
    if (!isRunning()) {
      start(watch);
    }
    return watch;
  }

  private void start(Watch watch) {
    startLock.lock();
    try {
      if (!isRunning()) {
        Thread thread = threads.newThread(this::run);
        thread.start();
        running.set(thread);
      }
    } catch (Error e) {
      // Cannot create a thread: this call fails; the next call tries again.
      watch.close();
      throw e;
    } finally {
      startLock.unlock();
    }
  }

  private void run() {
    try {
      while (!tickUntilStopped()) {
        // Continue after an Error.
      }
    } finally {
      running.compareAndSet(Thread.currentThread(), null);
    }
  }

  private boolean tickUntilStopped() {
    try {
      tickUntilIdle();
      return stopIfIdle();
    } catch (Throwable e) {
      // Allocate nothing here, because memory may be short.
      return false;
    }
  }

  /**
   * Prepares to end the thread if there is nothing to watch, and returns whether it may end. A
   * watch that is added concurrently is either seen here or starts a new thread.
   */
  private boolean stopIfIdle() {
    startLock.lock();
    try {
      running.set(null);
      if (watches.isEmpty()) {
        return true;
      }
      running.set(Thread.currentThread());
      return false;
    } finally {
      startLock.unlock();
    }
  }

  private void tickUntilIdle() {
    for (int idle = 0; idle < IDLE_TICKS_BEFORE_STOP; idle++) {
      if (!watches.isEmpty()) {
        idle = 0;
      }
      try {
        tick();
      } finally {
        park.accept(TICK.toNanos());
        // Ignore an interrupt of this thread: otherwise, parking would return immediately from now
        // on.
        Thread.interrupted();
      }
    }
  }

  /** Returns whether the watchdog's thread is running. */
  boolean isRunning() {
    Thread thread = running.get();
    return thread != null && thread.isAlive();
  }

  /** Checks all exchanges once. */
  void tick() {
    for (Watch watch : watches) {
      try {
        watch.check();
      } catch (Throwable e) {
        // Allocate nothing here, because memory may be short. The next tick checks again.
      }
    }
  }

  /** The watch over one exchange. */
  final class Watch implements AutoCloseable {
    private final Thread caller;
    private final Deadline deadline;
    private final Runnable abort;
    private final Lock abortLock = new ReentrantLock();
    private volatile boolean abortScheduled;
    private boolean closed;
    private boolean interrupted;
    private boolean timedOut;

    private Watch(Thread caller, Deadline deadline, Runnable abort) {
      this.caller = caller;
      this.deadline = deadline;
      this.abort = abort;
    }

    private void check() {
      if (!abortScheduled && (caller.isInterrupted() || deadline.hasPassed())) {
        abortScheduled = true;
        scheduleAbort();
      }
    }

    private void scheduleAbort() {
      try {
        aborter.execute(this::abortUnlessClosed);
      } catch (Throwable e) {
        // Cannot create a thread; the next check tries again.
        abortScheduled = false;
        throw e;
      }
    }

    private void abortUnlessClosed() {
      abortLock.lock();
      try {
        if (!closed) {
          runAbort();
          interrupted = caller.isInterrupted();
          timedOut = !interrupted;
          close();
        }
      } catch (Error e) {
        // The abort failed, for example for lack of memory; the next check tries again.
        abortScheduled = false;
      } finally {
        abortLock.unlock();
      }
    }

    private void runAbort() {
      try {
        abort.run();
      } catch (RuntimeException e) {
        LOG.debug("an exchange could not be aborted: {}", e.getClass().getName());
      }
    }

    /** Throws if a running exchange must end, because of its deadline or an interrupt. */
    void throwIfExpired() throws InterruptedException, TimeoutException {
      if (caller.isInterrupted() || deadline.hasPassed()) {
        throwIfEnded();
      }
    }

    /** Throws if a failed exchange had to end, because of its deadline or an interrupt. */
    void throwIfEnded() throws InterruptedException, TimeoutException {
      close();
      if (Thread.interrupted() || interrupted) {
        throw new InterruptedException();
      }
      if (timedOut || deadline.hasPassed()) {
        throw new TimeoutException();
      }
    }

    /** Ends the watch. Waits for an abort in progress to finish. */
    @Override
    public void close() {
      abortLock.lock();
      try {
        closed = true;
        watches.remove(this);
      } finally {
        abortLock.unlock();
      }
    }
  }
}
