package io.github.lambdaesm.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  @Test
  void countsDownToZero() {
    Deadline deadline = Deadline.after(SECOND, time);

    assertThat(deadline.remaining()).isEqualTo(SECOND);
    assertThat(deadline.hasPassed()).isFalse();

    time.advance(Duration.ofMillis(999));
    assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(1));

    time.advance(Duration.ofMillis(1));
    assertThat(deadline.hasPassed()).isTrue();

    time.advance(SECOND);
    assertThat(deadline.remaining()).isZero();
  }

  @Test
  void keepsTheEarlierOfTwoDeadlines() {
    Deadline deadline = Deadline.after(SECOND, time);

    assertThat(deadline.limitedTo(Duration.ofSeconds(2))).isSameAs(deadline);
    assertThat(deadline.limitedTo(Duration.ofMillis(1)).remaining())
        .isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void doesNotOverflowWithAHugeTimeout() {
    Deadline deadline = Deadline.after(Duration.ofSeconds(Long.MAX_VALUE), time);

    time.advance(Duration.ofDays(365));

    assertThat(deadline.hasPassed()).isFalse();
    assertThat(deadline.remaining()).isGreaterThan(Duration.ofDays(365 * 100));
  }

  @Test
  void advancesSystemTime() throws InterruptedException {
    long before = TimeSource.SYSTEM.nanos();
    TimeSource.SYSTEM.sleep(Duration.ofNanos(1));

    assertThat(TimeSource.SYSTEM.nanos() - before).isPositive();
  }

  @Test
  void throwsWhenASleepIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> TimeSource.SYSTEM.sleep(Duration.ofDays(1)))
        .isInstanceOf(InterruptedException.class);
  }
}
