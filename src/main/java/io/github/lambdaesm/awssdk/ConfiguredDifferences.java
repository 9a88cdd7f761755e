package io.github.lambdaesm.awssdk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Finds configuration in which the two parts of a combined client differ. */
final class ConfiguredDifferences {
  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredDifferences.class);

  /** The AWS SDK's own interceptors, which every client has. */
  private static final String SDK_PACKAGE = "software.amazon.awssdk.";

  private ConfiguredDifferences() {}

  /**
   * Rejects two clients whose Regions are known and differ.
   *
   * @throws IllegalArgumentException if they differ
   */
  static void requireSameRegion(io.github.lambdaesm.LambdaClient mappings, LambdaClient others) {
    Region first = region(configuration(mappings::serviceClientConfiguration));
    Region second = region(configuration(others::serviceClientConfiguration));
    if (first != null && second != null && !first.equals(second)) {
      throw new IllegalArgumentException(
          "The client for mappings uses the Region %s, but the AWS SDK's client uses %s. Use the same Region, or call combineAcrossRegions."
              .formatted(first, second));
    }
  }

  /** Logs a warning if a client has settings that do not apply to calls about mappings. */
  static void warnAbout(LambdaClient others) {
    AwsServiceClientConfiguration configuration = configuration(others::serviceClientConfiguration);
    List<String> settings = configuration == null ? List.of() : settings(configuration);
    if (!settings.isEmpty()) {
      LOG.warn(
          "The {} of the AWS SDK's client do not apply to the calls about event source mappings of"
              + " the combined client",
          String.join(", ", settings));
    }
  }

  private static List<String> settings(AwsServiceClientConfiguration configuration) {
    ClientOverrideConfiguration override = configuration.overrideConfiguration();
    List<String> settings = new ArrayList<>();
    if (override == null) {
      return settings;
    }
    for (ExecutionInterceptor interceptor : override.executionInterceptors()) {
      if (!interceptor.getClass().getName().startsWith(SDK_PACKAGE)) {
        settings.add("execution interceptors");
        break;
      }
    }
    if (!override.metricPublishers().isEmpty()) {
      settings.add("metric publishers");
    }
    if (!override.headers().isEmpty()) {
      settings.add("headers");
    }
    return settings;
  }

  private static @Nullable Region region(@Nullable AwsServiceClientConfiguration configuration) {
    return configuration == null ? null : configuration.region();
  }

  /** Returns the configuration of a client, or null if it is a mock or a fake that has none. */
  private static @Nullable AwsServiceClientConfiguration configuration(
      Supplier<? extends AwsServiceClientConfiguration> client) {
    try {
      return client.get();
    } catch (RuntimeException e) {
      LOG.debug("a client has no known configuration", e);
      return null;
    }
  }
}
