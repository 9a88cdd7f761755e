package io.github.lambdaesm.internal.call;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * A random part of a delay that doubles with every attempt, up to a bound. The AWS SDK has the same
 * one; this one takes its random source from outside, so that a test can say which delays follow.
 *
 * @param random from 0 to below 1
 */
record FullJitter(Duration base, Duration longest, DoubleSupplier random)
    implements BackoffStrategy {
  private static final int MOST_DOUBLINGS = 30;

  @Override
  public Duration computeDelay(int attempt) {
    if (attempt <= 1) {
      return Duration.ZERO;
    }
    int doublings = Math.min(attempt - 2, MOST_DOUBLINGS);
    Duration full = base.multipliedBy(1L << doublings);
    Duration bounded = full.compareTo(longest) < 0 ? full : longest;
    return Duration.ofNanos((long) (bounded.toNanos() * random.getAsDouble()));
  }
}
