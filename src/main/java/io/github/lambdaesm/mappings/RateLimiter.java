package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.Deadline;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Limits the rate of the requests that go through a facade.
 *
 * <p>Callers wait in the order in which they arrived. Only the first one sleeps, while the others
 * wait for its lock: in virtual time, where each sleep advances the clock, a wait passes only once.
 * The lock is one of {@code java.util.concurrent}, which does not pin a virtual thread.
 */
final class RateLimiter {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final FacadeTime time;
  private final double requestsPerSecond;
  private final TokenBucket bucket;
  private final ReentrantLock turn = new ReentrantLock(true);

  RateLimiter(double requestsPerSecond, int burst, FacadeTime time) {
    this.time = time;
    this.requestsPerSecond = requestsPerSecond;
    this.bucket = new TokenBucket(requestsPerSecond, burst, time);
  }

  /**
   * Waits until a request may be sent.
   *
   * <p>The deadline limits only the wait: a request that need not wait may be sent although its
   * deadline has passed, so that a caller can poll one last time.
   *
   * @return a number to pass to {@link #throttled} if the request is throttled
   * @throws ApiCallTimeoutException if the deadline passes before the request may be sent; in that
   *     case this method does not wait until then
   * @throws AbortedException if the thread is interrupted; its interrupt flag is set again
   */
  long acquire(String operation, Deadline deadline) {
    long start = time.nanos();
    try {
      boolean isFirst = turn.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      if (!isFirst) {
        throw timeout(operation, start);
      }
      try {
        return awaitToken(operation, deadline, start);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create(
          operation + " was not sent: interrupted while waiting for the rate limiter.", e);
    }
  }

  private long awaitToken(String operation, Deadline deadline, long start)
      throws InterruptedException {
    Duration wait = bucket.take();
    while (!wait.isZero()) {
      if (wait.compareTo(deadline.remaining()) >= 0) {
        throw timeout(operation, start);
      }
      time.sleep(wait);
      wait = bucket.take();
    }
    return bucket.throttlings();
  }

  private ApiCallTimeoutException timeout(String operation, long start) {
    long now = time.nanos();
    return ApiCallTimeoutException.builder()
        .message(
            String.format(
                Locale.ROOT,
                "%s was not sent before the timeout: it waited %d ms for the rate limiter, which"
                    + " allows %s of the configured %s requests per second. Increase the"
                    + " timeout, or requestsPerSecond if your account has calls to spare.",
                operation,
                TimeUnit.NANOSECONDS.toMillis(now - start),
                rounded(bucket.rate()),
                rounded(requestsPerSecond)))
        .build();
  }

  private static String rounded(double rate) {
    return BigDecimal.valueOf(rate).round(THREE_DIGITS).toPlainString();
  }

  /**
   * Halves the rate after a request was throttled.
   *
   * @param sentAt the number that {@link #acquire} returned for the request
   * @param retryAfter the time for which to send no request at all
   */
  void throttled(long sentAt, Duration retryAfter) {
    bucket.throttled(sentAt, retryAfter);
  }

  /** Returns the present rate, in requests per second. */
  double rate() {
    return bucket.rate();
  }
}
