package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final Watchdog watchdog = new Watchdog();
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
      assertThatThrownBy(watch::rethrow).isInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void looksAreOftenEnoughToEndACallWithinATenthOfASecond() {
    assertThat(Watchdog.TICK).isLessThanOrEqualTo(Duration.ofMillis(10));
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

      assertThatThrownBy(watch::rethrow).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).as("the flag is taken").isFalse();
    }
  }

  @Test
  void aFailureOfItsOwnIsNotTakenForAnEnding() throws Exception {
    try (Watchdog.Watch watch = watch(Duration.ofMillis(100))) {
      watch.rethrow();
    }
  }

  private Watchdog.Watch watch(Duration timeout) {
    return watchdog.watch(Deadline.after(timeout, time), aborted::incrementAndGet);
  }
}
