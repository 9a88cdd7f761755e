package io.github.lambdaesm.waiters;

import java.time.Duration;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Holds the delays and limits of a wait.
 *
 * @param backoff computes the delay before each poll; the first poll is attempt 2
 */
record WaitSettings(BackoffStrategy backoff, Duration waitTimeout, int maxAttempts) {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration MAX_DELAY = Duration.ofSeconds(10);
  private static final BackoffStrategy LATER_DELAYS =
      BackoffStrategy.exponentialDelayHalfJitter(FIRST_DELAY, MAX_DELAY);

  /** Resolves each setting separately: from the call, from the waiter, or the default. */
  static WaitSettings of(
      WaitCondition condition,
      WaiterOverrideConfiguration call,
      WaiterOverrideConfiguration waiter) {
    return new WaitSettings(
        call.backoffStrategyV2().or(waiter::backoffStrategyV2).orElse(WaitSettings::defaultDelay),
        call.waitTimeout().or(waiter::waitTimeout).orElse(condition.waitTimeout()),
        // The SDK's default of 3 would end the wait long before its timeout.
        call.maxAttempts().or(waiter::maxAttempts).orElse(Integer.MAX_VALUE));
  }

  /**
   * Returns the default delay. The first has no jitter, because no change takes less than a second.
   */
  private static Duration defaultDelay(int attempt) {
    return attempt <= Wait.FIRST_POLL ? FIRST_DELAY : LATER_DELAYS.computeDelay(attempt);
  }
}
