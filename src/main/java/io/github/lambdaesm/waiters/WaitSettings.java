package io.github.lambdaesm.waiters;

import java.time.Duration;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How long a wait lasts, and how it pauses.
 *
 * @param backoff gives the pause before each poll; the first poll is attempt 2
 */
record WaitSettings(BackoffStrategy backoff, Duration waitTimeout, int maxAttempts) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final BackoffStrategy LATER_PAUSES =
      BackoffStrategy.exponentialDelayHalfJitter(FIRST_PAUSE, LONGEST_PAUSE);

  /** Each setting by itself: that of the call, else that of the waiter, else the default. */
  static WaitSettings of(
      WaitCondition condition,
      WaiterOverrideConfiguration call,
      WaiterOverrideConfiguration waiter) {
    return new WaitSettings(
        call.backoffStrategyV2().or(waiter::backoffStrategyV2).orElse(WaitSettings::defaultPause),
        call.waitTimeout().or(waiter::waitTimeout).orElse(condition.waitTimeout()),
        // The SDK's own default, 3, would end the wait long before its time.
        call.maxAttempts().or(waiter::maxAttempts).orElse(Integer.MAX_VALUE));
  }

  /** Without jitter for the first: the change needs that second, whoever else is polling. */
  private static Duration defaultPause(int attempt) {
    return attempt <= Wait.FIRST_POLL ? FIRST_PAUSE : LATER_PAUSES.computeDelay(attempt);
  }
}
