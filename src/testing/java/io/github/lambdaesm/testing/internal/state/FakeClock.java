package io.github.lambdaesm.testing.internal.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The clock of the fake: another clock, and what a test has added to it. */
public final class FakeClock {
  private final Clock clock;
  private Duration advanced = Duration.ZERO;

  public FakeClock(Clock clock) {
    this.clock = clock;
  }

  public synchronized Instant now() {
    return clock.instant().plus(advanced);
  }

  public synchronized Moment moment() {
    return new Moment(now(), advanced);
  }

  /**
   * A moment of the fake's time.
   *
   * @param advanced how much of it a test has let pass
   */
  record Moment(Instant now, Duration advanced) {}

  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time does not go back, but was advanced by " + duration);
    }
    advanced = advanced.plus(duration);
  }

  public synchronized void reset() {
    advanced = Duration.ZERO;
  }
}
