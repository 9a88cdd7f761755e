package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchdogTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  /** Its thread does nothing, so that only the test calls tick(). */
  private final Watchdog watchdog =
      new Watchdog(LockSupport::parkNanos, Runnable::run, task -> new Thread(() -> {}));

  private final AtomicInteger aborted = new AtomicInteger();

  @Test
  void abortsExchangeAtTheFirstTickAfterItsDeadline() {
    try (Watchdog.Watch watch = watch(Duration.ofMillis(100))) {
      time.advance(Duration.ofMillis(99));
      watchdog.tick();
      assertThat(aborted).hasValue(0);

      time.advance(Duration.ofMillis(1));
      watchdog.tick();
      watchdog.tick();
      assertThat(aborted).hasValue(1);
      assertThatThrownBy(watch::throwIfEnded).isInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void ticksEveryFiveMilliseconds() throws Exception {
    BlockingQueue<Long> pauses = new LinkedBlockingQueue<>();
    Watchdog ticking =
        new Watchdog(
            nanos -> {
              pauses.add(nanos);
              LockSupport.parkNanos(nanos);
            },
            Runnable::run);

    try (Watchdog.Watch watch = ticking.watch(Deadline.after(Duration.ofDays(1), time), () -> {})) {
      assertThat(Duration.ofNanos(pauses.take())).isEqualTo(Duration.ofMillis(5));
      watch.throwIfEnded();
    }
  }

  @Test
  void stopsItsThreadWhenIdleAndRestartsIt() throws Exception {
    Watchdog ticking = new Watchdog(nanos -> Thread.onSpinWait(), Runnable::run);
    Deadline passed = Deadline.after(Duration.ZERO, time);

    for (int i = 0; i < 3; i++) {
      CountDownLatch ended = new CountDownLatch(1);
      try (Watchdog.Watch watch = ticking.watch(passed, ended::countDown)) {
        ended.await();
        assertThatThrownBy(watch::throwIfEnded).isInstanceOf(TimeoutException.class);
      }
      while (ticking.isRunning()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void abortsOtherExchangesWhenOneAbortFails() {
    Deadline passed = Deadline.after(Duration.ZERO, time);
    Runnable broken =
        () -> {
          throw new IllegalStateException("no");
        };
    try (Watchdog.Watch first = watchdog.watch(passed, broken);
        Watchdog.Watch second = watchdog.watch(passed, aborted::incrementAndGet)) {
      watchdog.tick();

      assertThat(aborted).hasValue(1);
      assertThatThrownBy(first::throwIfEnded).isInstanceOf(TimeoutException.class);
      assertThatThrownBy(second::throwIfEnded).isInstanceOf(TimeoutException.class);
    }
  }

  /** Memory may run out anywhere: in a tick, in a pause, or for the thread of an abort. */
  @Test
  void endsEveryExchangeDespiteErrors() throws Exception {
    AtomicInteger pauses = new AtomicInteger();
    AtomicInteger aborts = new AtomicInteger();
    Watchdog ticking =
        new Watchdog(
            nanos -> {
              if (pauses.incrementAndGet() % 2 == 0) {
                throw new OutOfMemoryError("in a pause");
              }
            },
            abort -> {
              if (aborts.incrementAndGet() == 1) {
                throw new OutOfMemoryError("no room for a thread");
              }
              abort.run();
            });
    Deadline failing = Deadline.after(Duration.ZERO, new FailingTime());
    CountDownLatch ended = new CountDownLatch(2);

    try (Watchdog.Watch first = ticking.watch(failing, ended::countDown);
        Watchdog.Watch second =
            ticking.watch(Deadline.after(Duration.ZERO, time), ended::countDown)) {
      ended.await();
      assertThatThrownBy(first::throwIfEnded).isInstanceOf(TimeoutException.class);
      assertThatThrownBy(second::throwIfEnded).isInstanceOf(TimeoutException.class);
    }
    assertThat(ticking.isRunning()).isTrue();
  }

  @Test
  void replacesADeadThread() throws Exception {
    List<Thread> threads = new ArrayList<>();
    Watchdog dying =
        new Watchdog(
            LockSupport::parkNanos,
            Runnable::run,
            task -> {
              Thread thread = new Thread(threads.isEmpty() ? () -> {} : task);
              thread.setDaemon(true);
              threads.add(thread);
              return thread;
            });
    dying.watch(Deadline.after(Duration.ZERO, time), () -> {}).close();
    threads.get(0).join();
    CountDownLatch ended = new CountDownLatch(1);

    try (Watchdog.Watch watch =
        dying.watch(Deadline.after(Duration.ZERO, time), ended::countDown)) {
      ended.await();
      assertThatThrownBy(watch::throwIfEnded).isInstanceOf(TimeoutException.class);
    }

    assertThat(threads).hasSize(2);
  }

  @Test
  void watchesAgainAfterAThreadCouldNotBeCreated() throws Exception {
    AtomicInteger created = new AtomicInteger();
    Watchdog shortOfMemory =
        new Watchdog(
            LockSupport::parkNanos,
            Runnable::run,
            task -> {
              if (created.incrementAndGet() == 1) {
                throw new OutOfMemoryError("no room for a thread");
              }
              return DaemonThreads.named("watchdog-under-test").newThread(task);
            });
    Deadline passed = Deadline.after(Duration.ZERO, time);
    CountDownLatch ended = new CountDownLatch(1);

    assertThatThrownBy(() -> shortOfMemory.watch(passed, () -> {}))
        .isInstanceOf(OutOfMemoryError.class);
    try (Watchdog.Watch watch = shortOfMemory.watch(passed, ended::countDown)) {
      ended.await();
      assertThatThrownBy(watch::throwIfEnded).isInstanceOf(TimeoutException.class);
    }

    assertThat(created).hasValue(2);
  }

  /** A clock whose second to tenth reads fail. */
  private static final class FailingTime implements TimeSource {
    private final AtomicInteger reads = new AtomicInteger();

    @Override
    public long nanos() {
      int read = reads.getAndIncrement();
      if (read > 0 && read < 10) {
        throw new OutOfMemoryError("in a look");
      }
      return read;
    }

    @Override
    public void sleep(Duration duration) {}
  }

  @Test
  void retriesAnAbortThatThrewAnError() {
    AtomicInteger abortAttempts = new AtomicInteger();
    Runnable abort =
        () -> {
          if (abortAttempts.incrementAndGet() == 1) {
            throw new OutOfMemoryError("in an abort");
          }
        };
    try (Watchdog.Watch watch = watchdog.watch(Deadline.after(Duration.ZERO, time), abort)) {
      watchdog.tick();
      watchdog.tick();
      watchdog.tick();

      assertThat(abortAttempts).hasValue(2);
      assertThatThrownBy(watch::throwIfEnded).isInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void abortsOtherExchangesWhileOneAbortBlocks() throws Exception {
    Watchdog ticking = new Watchdog(LockSupport::parkNanos, Watchdog.newAborter());
    Deadline passed = Deadline.after(Duration.ZERO, time);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch blocking = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runnable blocked =
        () -> {
          blocking.countDown();
          awaitUninterruptibly(never);
        };

    try (Watchdog.Watch first = ticking.watch(passed, blocked)) {
      try (Watchdog.Watch second = watchAfter(blocking, ticking, passed, ended)) {
        ended.await();
        assertThatThrownBy(second::throwIfEnded).isInstanceOf(TimeoutException.class);
      } finally {
        never.countDown();
      }
      assertThatThrownBy(first::throwIfEnded).isInstanceOf(TimeoutException.class);
    }
  }

  private static Watchdog.Watch watchAfter(
      CountDownLatch other, Watchdog ticking, Deadline deadline, CountDownLatch ended)
      throws InterruptedException {
    other.await();
    return ticking.watch(deadline, ended::countDown);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void doesNotAbortAnExchangeThatHasEnded() {
    watch(Duration.ofMillis(100)).close();
    time.advance(Duration.ofMillis(200));

    watchdog.tick();

    assertThat(aborted).hasValue(0);
  }

  @Test
  void reportsInterruptBeforeTimeout() {
    try (Watchdog.Watch watch = watch(Duration.ofMillis(100))) {
      time.advance(Duration.ofMillis(200));
      Thread.currentThread().interrupt();

      watchdog.tick();

      assertThatThrownBy(watch::throwIfEnded).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).as("the flag is taken").isFalse();
    }
  }

  @Test
  void throwsNothingBeforeTheDeadline() throws Exception {
    try (Watchdog.Watch watch = watch(Duration.ofMillis(100))) {
      watch.throwIfEnded();
    }
  }

  private Watchdog.Watch watch(Duration timeout) {
    return watchdog.watch(Deadline.after(timeout, time), aborted::incrementAndGet);
  }
}
