package io.github.lambdaesm.internal.mapping;

import io.github.lambdaesm.model.EventSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that Lambda fills in when it creates a mapping.
 *
 * <p>For Amazon SQS, Kinesis, DynamoDB Streams and self-managed Apache Kafka, Lambda was recorded
 * to return these values or none, depending on the source. For members that are not listed here,
 * the service filled in nothing. It returned filter criteria and scaling, poller, logging or
 * metrics configurations only if they were requested. For other sources, the values are the
 * documented defaults.
 */
public final class MappingDefaults {
  private static final Map<String, Object> CONSTANTS =
      Map.of(
          "Enabled", true,
          "MaximumBatchingWindowInSeconds", 0,
          "ParallelizationFactor", 1,
          "MaximumRecordAgeInSeconds", -1,
          "BisectBatchOnFunctionError", false,
          "TumblingWindowInSeconds", 0,
          // Documented, not recorded. Provisioned mode itself is never filled in.
          "ProvisionedPollerConfig.MaximumPollers", 200,
          "SelfManagedKafkaEventSourceConfig.ConsumptionMode", "Stream",
          "DocumentDBEventSourceConfig.FullDocument", "Default");

  private MappingDefaults() {}

  /**
   * Returns the default of a member, or null if there is none. A source that does not support the
   * member may have a default, too.
   *
   * @param path the names of the members that lead to the value, separated by dots
   */
  public static @Nullable Object of(String path, EventSource source) {
    return switch (path) {
      case "BatchSize" -> source.isSqs() ? 10 : 100;
      case "MaximumRetryAttempts" -> source == EventSource.SELF_MANAGED_KAFKA_QUEUE ? 0 : -1;
      case "StartingPosition" -> Sources.SELF_MANAGED.contains(source) ? "TRIM_HORIZON" : null;
      // Documented, not recorded.
      case "ProvisionedPollerConfig.MinimumPollers" -> source.isSqs() ? 2 : 1;
      default -> CONSTANTS.get(path);
    };
  }
}
