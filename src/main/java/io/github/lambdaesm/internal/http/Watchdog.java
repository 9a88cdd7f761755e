package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.time.Deadline;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends exchanges whose deadline has passed or whose thread was interrupted. A thread that waits in
 * a socket's read notices neither by itself, so one daemon thread looks at all exchanges under way
 * every few milliseconds and aborts those; it lives only while there are any, and shortly after.
 */
final class Watchdog {
  /** How late an exchange may be ended. */
  static final Duration TICK = Duration.ofMillis(5);

  private static final int IDLE_TICKS_BEFORE_REST = 400;

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  private final LongConsumer park;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();

  Watchdog() {
    this(LockSupport::parkNanos);
  }

  /**
   * @param park passes some nanoseconds
   */
  Watchdog(LongConsumer park) {
    this.park = park;
  }

  /** Watches an exchange of the calling thread until the watch is closed. */
  Watch watch(Deadline deadline, Runnable abort) {
    Watch watch = new Watch(Thread.currentThread(), deadline, abort);
    watches.add(watch);
    if (!running.get() && running.compareAndSet(false, true)) {
      start(watch);
    }
    return watch;
  }

  private void start(Watch first) {
    try {
      DaemonThreads.named("lambda-esm-client-watchdog").newThread(this::run).start();
    } catch (Error e) {
      // There is no room for a thread: this call fails, the next one tries again.
      running.set(false);
      first.close();
      throw e;
    }
  }

  private void run() {
    do {
      tickUntilIdle();
      running.set(false);
      // A watch that came between the last look and the line above started no thread of its own.
    } while (!watches.isEmpty() && running.compareAndSet(false, true));
  }

  private void tickUntilIdle() {
    for (int idle = 0; idle < IDLE_TICKS_BEFORE_REST; idle++) {
      if (!watches.isEmpty()) {
        idle = 0;
      }
      tick();
      park.accept(TICK.toNanos());
      // Whoever interrupts this thread does not mean it; parking would end at once from now on.
      Thread.interrupted();
    }
  }

  /** Whether the thread is there that looks. */
  boolean isRunning() {
    return running.get();
  }

  /** Looks at every exchange once. */
  void tick() {
    watches.forEach(Watch::look);
  }

  /** The watch over one exchange. */
  final class Watch implements AutoCloseable {
    private final Thread caller;
    private final Deadline deadline;
    private final Runnable abort;
    private final Lock aborting = new ReentrantLock();
    private boolean closed;
    private boolean interrupted;
    private boolean late;

    private Watch(Thread caller, Deadline deadline, Runnable abort) {
      this.caller = caller;
      this.deadline = deadline;
      this.abort = abort;
    }

    private void look() {
      if (caller.isInterrupted() || deadline.hasPassed()) {
        end();
      }
    }

    private void end() {
      aborting.lock();
      try {
        if (!closed) {
          close();
          interrupted = caller.isInterrupted();
          late = !interrupted;
          abort();
        }
      } finally {
        aborting.unlock();
      }
    }

    private void abort() {
      try {
        abort.run();
      } catch (RuntimeException | Error e) {
        // What cannot be cancelled must not keep the others from being so.
        LOG.debug("an exchange could not be aborted", e);
      }
    }

    /** Called while the exchange goes on: throws if it has to end. */
    void requireTime() throws InterruptedException, TimeoutException {
      if (caller.isInterrupted() || deadline.hasPassed()) {
        rethrow();
      }
    }

    /** Called when the exchange failed: throws if that is because it had to end. */
    void rethrow() throws InterruptedException, TimeoutException {
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
