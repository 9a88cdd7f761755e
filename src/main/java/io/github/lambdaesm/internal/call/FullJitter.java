package io.github.lambdaesm.internal.call;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Computes a random fraction of a delay that doubles with every attempt, up to a maximum. Does the
 * same as the AWS SDK's strategy, but takes the random source as a parameter, so that tests can
 * assert exact delays.
 *
 * @param random returns numbers from 0 (inclusive) to 1 (exclusive)
 */
record FullJitter(Duration base, Duration maxDelay, DoubleSupplier random)
    implements BackoffStrategy {
  private static final int MAX_DOUBLINGS = 30;

  @Override
  public Duration computeDelay(int attempt) {
    if (attempt <= 1) {
      return Duration.ZERO;
    }
    int doublings = Math.min(attempt - 2, MAX_DOUBLINGS);
    Duration full = base.multipliedBy(1L << doublings);
    Duration bounded = full.compareTo(maxDelay) < 0 ? full : maxDelay;
    return Duration.ofNanos((long) (bounded.toNanos() * random.getAsDouble()));
  }
}
