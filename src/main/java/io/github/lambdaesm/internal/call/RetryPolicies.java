package io.github.lambdaesm.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.RetryPolicyContext;
import software.amazon.awssdk.core.retry.backoff.EqualJitterBackoffStrategy;
import software.amazon.awssdk.core.retry.backoff.FixedDelayBackoffStrategy;
import software.amazon.awssdk.core.retry.backoff.FullJitterBackoffStrategy;
import software.amazon.awssdk.core.retry.conditions.RetryCondition;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Translates the retry policies of older code to retry strategies. A setting that the policy does
 * not change uses this client's default.
 */
@SuppressWarnings("deprecation") // this class exists for deprecated policies
final class RetryPolicies {
  /** The supported backoff strategies, which compute a delay from only the number of the retry. */
  private static final Set<Class<?>> BACKOFF_STRATEGIES =
      Set.of(
          FixedDelayBackoffStrategy.class,
          FullJitterBackoffStrategy.class,
          EqualJitterBackoffStrategy.class);

  private RetryPolicies() {}

  /** Returns the names of a policy's unsupported settings. */
  static List<String> unsupported(RetryPolicy policy) {
    List<String> names = new ArrayList<>();
    if (neverRetries(policy)) {
      return names;
    }
    RetryPolicy.Builder given = policy.toBuilder();
    RetryPolicy.Builder defaults = RetryPolicy.forRetryMode(policy.retryMode()).toBuilder();
    if (!isSupported(given.backoffStrategy(), defaults.backoffStrategy())) {
      names.add("backoffStrategy");
    }
    if (!isSupported(given.throttlingBackoffStrategy(), defaults.throttlingBackoffStrategy())) {
      names.add("throttlingBackoffStrategy");
    }
    if (!describe(given.retryCapacityCondition())
        .equals(describe(defaults.retryCapacityCondition()))) {
      names.add("retryCapacityCondition");
    }
    if (String.valueOf(given.retryCondition()).contains("TokenBucket")) {
      // Strategies do not refill the bucket of a policy's condition.
      names.add("retryCondition with a token bucket");
    }
    if (Boolean.TRUE.equals(given.isFastFailRateLimiting())) {
      names.add("fastFailRateLimiting");
    }
    return names;
  }

  /**
   * Describes a condition without its remaining tokens, with which equal policies would differ
   * after the first retry.
   */
  private static String describe(@Nullable RetryCondition capacity) {
    return String.valueOf(capacity).replaceFirst("capacity=[0-9]+/", "capacity=");
  }

  private static boolean isSupported(
      software.amazon.awssdk.core.retry.backoff.BackoffStrategy given,
      software.amazon.awssdk.core.retry.backoff.BackoffStrategy defaults) {
    return given.equals(defaults) || BACKOFF_STRATEGIES.contains(given.getClass());
  }

  private static boolean neverRetries(RetryPolicy policy) {
    return Integer.valueOf(0).equals(policy.numRetries());
  }

  /** Applies a policy's settings to a strategy builder for the policy's mode. */
  static void apply(RetryPolicy policy, RetryStrategy.Builder<?, ?> strategy) {
    strategy.maxAttempts((int) Math.min(policy.numRetries() + 1L, Integer.MAX_VALUE));
    if (neverRetries(policy)) {
      return;
    }
    RetryPolicy.Builder given = policy.toBuilder();
    RetryPolicy.Builder defaults = RetryPolicy.forRetryMode(policy.retryMode()).toBuilder();
    if (!given.backoffStrategy().equals(defaults.backoffStrategy())) {
      strategy.backoffStrategy(translated(given.backoffStrategy()));
    }
    if (!given.throttlingBackoffStrategy().equals(defaults.throttlingBackoffStrategy())) {
      strategy.throttlingBackoffStrategy(translated(given.throttlingBackoffStrategy()));
    }
  }

  /**
   * Returns the condition on which a policy retries. A policy's own condition replaces the default.
   * If the policy allows additional conditions, AWS's retryable error codes are retried as well. A
   * policy's condition gets the exception, its status and the number of the retry, but not the
   * request.
   */
  static Predicate<Throwable> condition(RetryPolicy policy) {
    RetryCondition given = policy.toBuilder().retryCondition();
    RetryCondition defaults =
        RetryPolicy.forRetryMode(policy.retryMode()).toBuilder().retryCondition();
    boolean includeCodes = policy.additionalRetryConditionsAllowed();
    if (given.equals(defaults) && includeCodes) {
      return error -> FailureType.of(error).isRetryable();
    }
    return error ->
        isFulfilled(given, error) || (includeCodes && FailureType.isRetryableByCode(error));
  }

  private static BackoffStrategy translated(
      software.amazon.awssdk.core.retry.backoff.BackoffStrategy strategy) {
    return attempt ->
        attempt <= 1
            ? Duration.ZERO
            : strategy.computeDelayBeforeNextRetry(
                RetryPolicyContext.builder().retriesAttempted(attempt - 2).build());
  }

  private static boolean isFulfilled(RetryCondition condition, Throwable error) {
    return error instanceof SdkException exception
        && condition.shouldRetry(
            RetryPolicyContext.builder()
                .exception(exception)
                .executionAttributes(new ExecutionAttributes())
                .httpStatusCode(statusCode(exception))
                .retriesAttempted(Math.max(0, exception.numAttempts() - 1))
                .build());
  }

  private static @Nullable Integer statusCode(SdkException exception) {
    return exception instanceof SdkServiceException serviceError ? serviceError.statusCode() : null;
  }
}
