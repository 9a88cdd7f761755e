package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.settings.AwsSettings;
import io.github.lambdaesm.internal.settings.ResolvedSetting;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.LegacyRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Creates the retry strategy of a client: the AWS SDK's strategy, with this client's classification
 * of failures.
 */
public final class RetryStrategyFactory {
  private static final Duration BASE_DELAY = Duration.ofMillis(100);
  private static final Duration THROTTLING_BASE_DELAY = Duration.ofSeconds(1);
  private static final Duration MAX_DELAY = Duration.ofSeconds(20);

  private final AwsSettings awsSettings;
  private final DoubleSupplier random;

  /**
   * @param awsSettings provides the settings that are not configured in code
   * @param random returns numbers from 0 (inclusive) to 1 (exclusive), for the jitter
   */
  public RetryStrategyFactory(AwsSettings awsSettings, DoubleSupplier random) {
    this.awsSettings = awsSettings;
    this.random = random;
  }

  /**
   * Returns the strategy that a configuration sets as an object, a mode or a consumer, or else the
   * default.
   */
  public RetryStrategy strategy(ClientOverrideConfiguration configuration) {
    Optional<RetryStrategy> given = configuration.retryStrategy();
    if (given.isPresent()) {
      return withClassification(given.get());
    }
    if (configuration.retryPolicy().isPresent()) {
      return strategy(configuration.retryPolicy().get());
    }
    Optional<RetryMode> mode = configuration.retryMode();
    RetryStrategy.Builder<?, ?> builder =
        configured(mode.isPresent() ? mode.get() : configuredMode());
    configuration.retryStrategyConfigurator().ifPresent(consumer -> consumer.accept(builder));
    return builder.build();
  }

  /**
   * Returns the strategy for a policy. The policy has a number of retries, so {@code
   * AWS_MAX_ATTEMPTS} is ignored.
   */
  @SuppressWarnings("deprecation") // for older code, which has policies
  private RetryStrategy strategy(RetryPolicy policy) {
    RetryStrategy.Builder<?, ?> builder = newBuilder(policy.retryMode());
    builder.treatAsThrottling(error -> FailureType.of(error) == FailureType.THROTTLING);
    builder.retryOnException(RetryPolicies.condition(policy));
    RetryPolicies.apply(policy, builder);
    return builder.build();
  }

  /** Returns the strategy of a client that configures none. */
  public RetryStrategy strategy() {
    return configured(configuredMode()).build();
  }

  private RetryStrategy.Builder<?, ?> configured(RetryMode mode) {
    RetryStrategy.Builder<?, ?> builder = builderFor(mode);
    ResolvedSetting maxAttempts =
        awsSettings.find("aws.maxAttempts", "AWS_MAX_ATTEMPTS", "max_attempts");
    if (maxAttempts != null) {
      builder.maxAttempts(parse(maxAttempts));
    }
    return builder;
  }

  /**
   * Adds the classification of failures to a strategy. A strategy of the user's own class is
   * returned unchanged: it classifies failures itself and may not support rebuilding.
   */
  private static RetryStrategy withClassification(RetryStrategy given) {
    boolean isSdkStrategy =
        given instanceof StandardRetryStrategy
            || given instanceof AdaptiveRetryStrategy
            || given instanceof LegacyRetryStrategy;
    return isSdkStrategy && given.useClientDefaults()
        ? classifyFailures(given.toBuilder()).build()
        : given;
  }

  private RetryStrategy.Builder<?, ?> builderFor(RetryMode mode) {
    return classifyFailures(newBuilder(mode));
  }

  private RetryStrategy.Builder<?, ?> newBuilder(RetryMode mode) {
    return switch (mode) {
      case STANDARD -> jittered(DefaultRetryStrategy.standardStrategyBuilder());
      case ADAPTIVE_V2, ADAPTIVE -> jittered(DefaultRetryStrategy.adaptiveStrategyBuilder());
      case LEGACY -> DefaultRetryStrategy.legacyStrategyBuilder();
    };
  }

  private <B extends RetryStrategy.Builder<B, ?>> B jittered(B builder) {
    return builder
        .backoffStrategy(new FullJitter(BASE_DELAY, MAX_DELAY, random))
        .throttlingBackoffStrategy(new FullJitter(THROTTLING_BASE_DELAY, MAX_DELAY, random));
  }

  private static RetryStrategy.Builder<?, ?> classifyFailures(RetryStrategy.Builder<?, ?> builder) {
    builder.retryOnException(error -> FailureType.of(error).isRetryable());
    builder.treatAsThrottling(error -> FailureType.of(error) == FailureType.THROTTLING);
    return builder;
  }

  private RetryMode configuredMode() {
    ResolvedSetting mode = awsSettings.find("aws.retryMode", "AWS_RETRY_MODE", "retry_mode");
    if (mode == null) {
      return RetryMode.STANDARD;
    }
    return switch (mode.value().toLowerCase(Locale.ROOT)) {
      case "standard" -> RetryMode.STANDARD;
      case "adaptive" -> RetryMode.ADAPTIVE_V2;
      case "legacy" -> RetryMode.LEGACY;
      default -> throw new IllegalArgumentException(mode.mustBe("standard, adaptive or legacy"));
    };
  }

  private static int parse(ResolvedSetting maxAttempts) {
    if (!maxAttempts.value().matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(maxAttempts.mustBe("a whole number from 1 to 9999"));
    }
    return Integer.parseInt(maxAttempts.value());
  }
}
