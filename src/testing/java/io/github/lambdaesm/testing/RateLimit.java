package io.github.lambdaesm.testing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A bucket of as many requests as may come in a second, which a second fills. */
final class RateLimit {
  private static final double NANOS_PER_SECOND = 1e9;

  private final int perSecond;
  private double left;
  private @Nullable Instant filledAt;

  RateLimit(int perSecond) {
    if (perSecond < 1) {
      throw new IllegalArgumentException(
          "rateLimit is %d requests a second; it must be 1 or more".formatted(perSecond));
    }
    this.perSecond = perSecond;
    this.left = perSecond;
  }

  /** Returns whether one more request may come. */
  synchronized boolean allows(Instant now) {
    Instant before = filledAt;
    if (before == null || now.isAfter(before)) {
      filledAt = now;
    }
    if (before != null && now.isAfter(before)) {
      double seconds = Duration.between(before, now).toNanos() / NANOS_PER_SECOND;
      left = Math.min(perSecond, left + seconds * perSecond);
    }
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
