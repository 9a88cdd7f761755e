package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.TimeSource;
import java.time.Duration;

/**
 * A token bucket whose rate adapts: throttling halves it, and time restores it.
 *
 * <p>Thread-safe. Reads the time while it holds its lock, so that threads never see each other's
 * time go back and count it twice. If the clock itself goes back, no tokens are added until it
 * moves forward again; the time from there on counts.
 */
final class TokenBucket {
  /** After throttling, the rate does not fall below this part of the configured rate. */
  private static final double MINIMUM = 0.1;

  /** Each second restores this part of the configured rate. Half of it is back after 30 s. */
  private static final double RESTORED_PER_SECOND = 1.0 / 60;

  private static final double NANOS_PER_SECOND = 1e9;

  /** Makes up for rounding in sums of fractions of a token. */
  private static final double ROUNDING = 1e-6;

  private final TimeSource time;
  private final double configuredRate;
  private final int burst;
  private double rate;
  private double tokens;
  private long filledAt;
  private long pausedNanos;
  private long throttlings;

  TokenBucket(double requestsPerSecond, int burst, TimeSource time) {
    this.time = time;
    this.configuredRate = requestsPerSecond;
    this.burst = burst;
    this.rate = requestsPerSecond;
    this.tokens = burst;
    this.filledAt = time.nanos();
  }

  /**
   * Takes a token.
   *
   * @return zero if there was one; otherwise the time until there may be one
   */
  synchronized Duration take() {
    fill();
    if (pausedNanos > 0) {
      return Duration.ofNanos(pausedNanos);
    }
    if (tokens < 1 - ROUNDING) {
      return Duration.ofNanos((long) Math.ceil((1 - tokens) / rate * NANOS_PER_SECOND));
    }
    tokens = Math.max(0, tokens - 1);
    return Duration.ZERO;
  }

  /**
   * Returns how many times requests were throttled so far. A request passes the number at which it
   * was sent to {@link #throttled}.
   */
  synchronized long throttlings() {
    return throttlings;
  }

  /**
   * Halves the rate and removes all tokens. Requests that were sent side by side are often
   * throttled together, so those sent before the last halving do not halve it again.
   *
   * @param sentAt the number of throttlings when the request was sent
   * @param pause the time for which to give out no tokens
   */
  synchronized void throttled(long sentAt, Duration pause) {
    fill();
    pausedNanos = Math.max(pausedNanos, pause.toNanos());
    tokens = 0;
    if (sentAt == throttlings) {
      throttlings++;
      rate = Math.max(configuredRate * MINIMUM, rate / 2);
    }
  }

  /** Returns the present rate, in requests per second. */
  synchronized double rate() {
    fill();
    return rate;
  }

  private void fill() {
    long now = time.nanos();
    long passed = Math.max(0, now - filledAt);
    filledAt = now;
    long unpaused = Math.max(0, passed - pausedNanos);
    pausedNanos = Math.max(0, pausedNanos - passed);
    double seconds = unpaused / NANOS_PER_SECOND;
    tokens = Math.min(burst, tokens + seconds * rate);
    rate = Math.min(configuredRate, rate + seconds * configuredRate * RESTORED_PER_SECOND);
  }
}
