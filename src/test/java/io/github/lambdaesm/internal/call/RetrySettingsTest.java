package io.github.lambdaesm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.settings.AwsSettings;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.LegacyRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.utils.StringInputStream;

/** Reads the retry mode and the number of attempts. The first source that sets them wins. */
class RetrySettingsTest {
  private static final String PROFILES =
      """
      [default]
      region = eu-west-1
      [profile adaptive]
      retry_mode = adaptive
      max_attempts = 7
      [profile broken]
      max_attempts = many
      """;

  @AfterEach
  void clear() {
    System.clearProperty("aws.maxAttempts");
    System.clearProperty("aws.retryMode");
  }

  @Test
  void defaultsToStandardModeWithThreeAttempts() {
    assertThat(strategy("default")).isInstanceOf(StandardRetryStrategy.class);
    assertThat(strategy("default").maxAttempts()).isEqualTo(3);
    assertThat(strategy("no such profile").maxAttempts()).isEqualTo(3);
  }

  @Test
  void readsTheProfile() {
    assertThat(strategy("adaptive")).isInstanceOf(AdaptiveRetryStrategy.class);
    assertThat(strategy("adaptive").maxAttempts()).isEqualTo(7);
  }

  @Test
  void prefersSystemPropertiesToTheProfile() {
    System.setProperty("aws.retryMode", "legacy");
    System.setProperty("aws.maxAttempts", "2");

    assertThat(strategy("adaptive")).isInstanceOf(LegacyRetryStrategy.class);
    assertThat(strategy("adaptive").maxAttempts()).isEqualTo(2);
  }

  @Test
  void prefersCodeToSystemProperties() {
    System.setProperty("aws.retryMode", "legacy");
    System.setProperty("aws.maxAttempts", "2");

    RetryStrategy strategy =
        strategy(
            "adaptive", c -> c.retryStrategy((RetryStrategy.Builder<?, ?> b) -> b.maxAttempts(9)));

    assertThat(strategy).isInstanceOf(LegacyRetryStrategy.class);
    assertThat(strategy.maxAttempts()).isEqualTo(9);
    assertThat(strategy("adaptive", c -> c.retryStrategy(RetryMode.STANDARD)))
        .isInstanceOf(StandardRetryStrategy.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "three", "3.0", "99999"})
  void rejectsInvalidNumberOfAttempts(String attempts) {
    System.setProperty("aws.maxAttempts", attempts);

    assertThatThrownBy(() -> strategy("default"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("aws.maxAttempts")
        .hasMessageContaining("\"" + attempts + "\"");
  }

  @Test
  void treatsBlankAsUnset() {
    System.setProperty("aws.retryMode", "");
    System.setProperty("aws.maxAttempts", " ");

    assertThat(strategy("adaptive")).isInstanceOf(AdaptiveRetryStrategy.class);
    assertThat(strategy("adaptive").maxAttempts()).isEqualTo(7);
  }

  @Test
  void rejectsUnknownMode() {
    System.setProperty("aws.retryMode", "Adaptive");
    assertThat(strategy("default")).isInstanceOf(AdaptiveRetryStrategy.class);

    System.setProperty("aws.retryMode", "quick");
    assertThatThrownBy(() -> strategy("default"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the system property aws.retryMode is \"quick\"; it must be standard, adaptive or legacy");
  }

  @Test
  void namesInvalidProfileValue() {
    assertThatThrownBy(() -> strategy("broken"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the profile's max_attempts")
        .hasMessageContaining("\"many\"");
  }

  private static RetryStrategy strategy(String profile) {
    return strategy(profile, c -> {});
  }

  private static RetryStrategy strategy(
      String profile, Consumer<ClientOverrideConfiguration.Builder> mutator) {
    ClientOverrideConfiguration configuration =
        ClientOverrideConfiguration.builder()
            .defaultProfileFile(
                ProfileFile.builder()
                    .content(new StringInputStream(PROFILES))
                    .type(ProfileFile.Type.CONFIGURATION)
                    .build())
            .defaultProfileName(profile)
            .applyMutation(mutator)
            .build();
    return new RetryStrategyFactory(AwsSettings.of(configuration, variable -> null), () -> 0.5)
        .strategy(configuration);
  }
}
