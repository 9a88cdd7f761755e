package io.github.lambdaesm.internal.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time as the service sees it: our clock, and the offset learned from the service's answers.
 */
final class ServiceClock {
  /**
   * A signature is good for five minutes; a clock that is off by less than this is not to blame.
   */
  private static final Duration TOLERANCE = Duration.ofMinutes(4);

  private final Clock clock;
  private volatile Duration offset = Duration.ZERO;

  ServiceClock(Clock clock) {
    this.clock = clock;
  }

  /**
   * Learns the service's time if a signature was too far off. It is the signature that is compared:
   * another call may have put the clock right in the meantime.
   *
   * @return whether the signature was too far off
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
