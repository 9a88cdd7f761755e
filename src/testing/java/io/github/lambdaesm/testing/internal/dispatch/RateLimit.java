package io.github.lambdaesm.testing.internal.dispatch;

import java.time.Duration;
import java.time.Instant;

/** A token bucket that holds the requests of one second and refills within a second. */
public final class RateLimit {
  private static final long THOUSANDTHS_PER_REQUEST = 1000;

  private final int perSecond;
  private long thousandths;
  private Instant filledAt;

  public RateLimit(int perSecond, Instant now) {
    if (perSecond < 1) {
      throw new IllegalArgumentException(
          "rateLimit is %d requests per second; it must be 1 or more".formatted(perSecond));
    }
    this.perSecond = perSecond;
    this.thousandths = full();
    this.filledAt = now;
  }

  /** Takes a token. Returns false if there is none. */
  public synchronized boolean tryAcquire(Instant now) {
    fill(now);
    if (thousandths < THOUSANDTHS_PER_REQUEST) {
      return false;
    }
    thousandths -= THOUSANDTHS_PER_REQUEST;
    return true;
  }

  private void fill(Instant now) {
    if (now.isBefore(filledAt)) {
      // The clock can go back.
      filledAt = now;
    }
    Duration passed = Duration.between(filledAt, now);
    if (passed.toSeconds() > 0) {
      thousandths = full();
      filledAt = now;
    } else {
      thousandths = Math.min(full(), thousandths + passed.toMillis() * perSecond);
      filledAt = filledAt.plusMillis(passed.toMillis());
    }
  }

  private long full() {
    return perSecond * THOUSANDTHS_PER_REQUEST;
  }
}
