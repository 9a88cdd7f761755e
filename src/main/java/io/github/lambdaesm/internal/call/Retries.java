package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.endpoint.Profile;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.LegacyRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** Makes the retry strategy of a client: the AWS SDK's own, with our judgement of failures. */
public final class Retries {
  private static final Duration BASE = Duration.ofMillis(100);
  private static final Duration THROTTLED_BASE = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Profile profile;
  private final DoubleSupplier random;

  /**
   * @param profile asked for what neither code nor environment says
   * @param random from 0 to below 1, for the jitter
   */
  public Retries(Profile profile, DoubleSupplier random) {
    this.profile = profile;
    this.random = random;
  }

  /** The strategy that a configuration asks for, by object, by mode or by consumer. */
  public RetryStrategy strategy(ClientOverrideConfiguration configuration) {
    Optional<RetryStrategy> given = configuration.retryStrategy();
    if (given.isPresent()) {
      return withJudgement(given.get());
    }
    Optional<RetryMode> mode = configuration.retryMode();
    RetryStrategy.Builder<?, ?> builder =
        configured(mode.isPresent() ? mode.get() : configuredMode());
    configuration.retryStrategyConfigurator().ifPresent(consumer -> consumer.accept(builder));
    return builder.build();
  }

  /** The strategy of a client that asks for none. */
  public RetryStrategy strategy() {
    return configured(configuredMode()).build();
  }

  private RetryStrategy.Builder<?, ?> configured(RetryMode mode) {
    RetryStrategy.Builder<?, ?> builder = builderFor(mode);
    String maxAttempts = configuredMaxAttempts();
    if (maxAttempts != null) {
      builder.maxAttempts(parseMaxAttempts(maxAttempts));
    }
    return builder;
  }

  /** A strategy of the user's own class judges for itself; it could not be built anew here. */
  private static RetryStrategy withJudgement(RetryStrategy given) {
    boolean sdks =
        given instanceof StandardRetryStrategy
            || given instanceof AdaptiveRetryStrategy
            || given instanceof LegacyRetryStrategy;
    return sdks && given.useClientDefaults() ? judge(given.toBuilder()).build() : given;
  }

  private RetryStrategy.Builder<?, ?> builderFor(RetryMode mode) {
    return switch (mode) {
      case STANDARD -> judge(jittered(DefaultRetryStrategy.standardStrategyBuilder()));
      case ADAPTIVE_V2, ADAPTIVE -> judge(jittered(DefaultRetryStrategy.adaptiveStrategyBuilder()));
      case LEGACY -> judge(DefaultRetryStrategy.legacyStrategyBuilder());
    };
  }

  private <B extends RetryStrategy.Builder<B, ?>> B jittered(B builder) {
    return builder
        .backoffStrategy(new FullJitter(BASE, LONGEST, random))
        .throttlingBackoffStrategy(new FullJitter(THROTTLED_BASE, LONGEST, random));
  }

  private static RetryStrategy.Builder<?, ?> judge(RetryStrategy.Builder<?, ?> builder) {
    builder.retryOnException(error -> Failure.of(error).mayPass());
    builder.treatAsThrottling(error -> Failure.of(error) == Failure.THROTTLING);
    return builder;
  }

  private RetryMode configuredMode() {
    return RetryMode.resolver()
        .profileFile(profile.file())
        .profileName(profile.name())
        .defaultRetryMode(RetryMode.STANDARD)
        .resolve();
  }

  private @Nullable String configuredMaxAttempts() {
    Optional<String> set = SdkSystemSetting.AWS_MAX_ATTEMPTS.getStringValue();
    return (set.isPresent() ? set : profile.property(ProfileProperty.MAX_ATTEMPTS)).orElse(null);
  }

  private static int parseMaxAttempts(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "AWS_MAX_ATTEMPTS (or aws.maxAttempts, or max_attempts of the profile) is \""
              + text
              + "\"; it must be a whole number from 1 to 9999");
    }
    return Integer.parseInt(text);
  }
}
