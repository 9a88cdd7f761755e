package io.github.lambdaesm.testing.internal.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The clock of the fake: a base clock plus the time that the test advanced it by. */
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
   * A time of the fake.
   *
   * @param advanced the part of it that the test advanced the clock by
   */
  record Moment(Instant now, Duration advanced) {}

  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "cannot advance the clock by " + duration + "; the duration must not be negative");
    }
    advanced = advanced.plus(duration);
  }

  public synchronized void reset() {
    advanced = Duration.ZERO;
  }
}
