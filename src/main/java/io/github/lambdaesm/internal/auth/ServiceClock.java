package io.github.lambdaesm.internal.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps the service's time: the local clock plus an offset learned from responses. */
final class ServiceClock {
  /**
   * The largest difference that is not corrected. A signature is valid for five minutes, so a
   * smaller difference cannot be why it was rejected.
   */
  private static final Duration TOLERANCE = Duration.ofMinutes(4);

  private final Clock clock;
  private volatile Duration offset = Duration.ZERO;

  ServiceClock(Clock clock) {
    this.clock = clock;
  }

  /**
   * Adjusts the offset if a signature's time differed too much from the service's time. Compares
   * the time of the signature and not of the clock, because another call may have corrected the
   * clock in the meantime.
   *
   * @return whether the difference was too large
   */
  boolean correct(Instant signedAt, Instant serviceTime) {
    if (Duration.between(signedAt, serviceTime).abs().compareTo(TOLERANCE) <= 0) {
      return false;
    }
    offset = Duration.between(clock.instant(), serviceTime);
    return true;
  }

  Instant instant() {
    return clock.instant().plus(offset);
  }
}
