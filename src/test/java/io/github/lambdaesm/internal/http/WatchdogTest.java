package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final Watchdog watchdog = new Watchdog(LockSupport::parkNanos, Runnable::run);
  private final AtomicInteger aborted = new AtomicInteger();

  @Test
  void anExchangeIsEndedAtTheFirstLookAfterItsDeadline() {
    try (Watchdog.Watch watch = watch(Duration.ofMillis(100))) {
      time.pass(Duration.ofMillis(99));
      watchdog.tick();
      assertThat(aborted).hasValue(0);

      time.pass(Duration.ofMillis(1));
      watchdog.tick();
      watchdog.tick();
      assertThat(aborted).hasValue(1);
      assertThatThrownBy(watch::throwIfEnded).isInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void itLooksEveryFewMilliseconds() throws Exception {
    BlockingQueue<Long> pauses = new LinkedBlockingQueue<>();
    Watchdog looking =
        new Watchdog(
            nanos -> {
              pauses.add(nanos);
              LockSupport.parkNanos(nanos);
            },
            Runnable::run);

    try (Watchdog.Watch watch = looking.watch(Deadline.after(Duration.ofDays(1), time), () -> {})) {
      assertThat(Duration.ofNanos(pauses.take())).isEqualTo(Duration.ofMillis(5));
      watch.throwIfEnded();
    }
  }

  @Test
  void itRestsWhenThereIsNothingToWatchAndComesBack() throws Exception {
    Watchdog looking = new Watchdog(nanos -> Thread.onSpinWait(), Runnable::run);
    Deadline passed = Deadline.after(Duration.ZERO, time);

    for (int i = 0; i < 3; i++) {
      CountDownLatch ended = new CountDownLatch(1);
      try (Watchdog.Watch watch = looking.watch(passed, ended::countDown)) {
        ended.await();
        assertThatThrownBy(watch::throwIfEnded).isInstanceOf(TimeoutException.class);
      }
      while (looking.isRunning()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void anExchangeThatCannotBeAbortedKeepsNoOtherFromIt() {
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

  @Test
  void anExchangeThatHasEndedIsLeftAlone() {
    watch(Duration.ofMillis(100)).close();
    time.pass(Duration.ofMillis(200));

    watchdog.tick();

    assertThat(aborted).hasValue(0);
  }

  @Test
  void anInterruptComesBeforeTheDeadline() {
    try (Watchdog.Watch watch = watch(Duration.ofMillis(100))) {
      time.pass(Duration.ofMillis(200));
      Thread.currentThread().interrupt();

      watchdog.tick();

      assertThatThrownBy(watch::throwIfEnded).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).as("the flag is taken").isFalse();
    }
  }

  @Test
  void aFailureOfItsOwnIsNotTakenForAnEnding() throws Exception {
    try (Watchdog.Watch watch = watch(Duration.ofMillis(100))) {
      watch.throwIfEnded();
    }
  }

  private Watchdog.Watch watch(Duration timeout) {
    return watchdog.watch(Deadline.after(timeout, time), aborted::incrementAndGet);
  }
}
