package io.github.lambdaesm.internal.create;

import io.github.lambdaesm.internal.shape.ServiceDefaults;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.KafkaEventSourceMappingConsumptionMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that Lambda fills in when it creates a mapping. Any other value was set explicitly.
 *
 * <p>For Amazon SQS, Kinesis, DynamoDB Streams and self-managed Apache Kafka, Lambda was recorded
 * to return these values or none, depending on the source. For members that are not listed here,
 * the service filled in nothing. It returned filter criteria and scaling, poller, logging or
 * metrics configurations only if they were requested. For other sources, the values are the
 * documented defaults.
 */
final class CreateDefaults implements ServiceDefaults {
  private static final Map<String, Object> CONSTANTS =
      Map.of(
          "MaximumBatchingWindowInSeconds", 0,
          "ParallelizationFactor", 1,
          "MaximumRecordAgeInSeconds", -1,
          "MaximumRetryAttempts", -1,
          "BisectBatchOnFunctionError", false,
          "TumblingWindowInSeconds", 0,
          // Documented, not recorded:
          "SelfManagedKafkaEventSourceConfig.ConsumptionMode", "Stream",
          "DocumentDBEventSourceConfig.FullDocument", "Default");

  private final Map<String, Object> values = new HashMap<>(CONSTANTS);

  /**
   * @param uuid the mapping's UUID, which is the default consumer group ID
   */
  CreateDefaults(CreateEventSourceMappingRequest request, @Nullable String uuid) {
    values.put("BatchSize", isQueue(request) ? 10 : 100);
    values.put("SelfManagedKafkaEventSourceConfig.ConsumerGroupId", String.valueOf(uuid));
    values.put("AmazonManagedKafkaEventSourceConfig.ConsumerGroupId", String.valueOf(uuid));
    if (request.selfManagedEventSource() != null) {
      values.put("StartingPosition", "TRIM_HORIZON");
    }
    if (readsShareGroup(request)) {
      values.put("MaximumRetryAttempts", 0);
    }
    if (request.provisionedPollerConfig() != null) {
      // Documented, not recorded. Provisioned mode itself is never filled in.
      values.put("ProvisionedPollerConfig.MinimumPollers", isQueue(request) ? 2 : 1);
      values.put("ProvisionedPollerConfig.MaximumPollers", 200);
    }
  }

  private static boolean isQueue(CreateEventSourceMappingRequest request) {
    String arn = request.eventSourceArn();
    return arn != null && arn.contains(":sqs:");
  }

  private static boolean readsShareGroup(CreateEventSourceMappingRequest request) {
    return request.selfManagedKafkaEventSourceConfig() != null
        && request.selfManagedKafkaEventSourceConfig().consumptionMode()
            == KafkaEventSourceMappingConsumptionMode.QUEUE;
  }

  @Override
  public boolean includes(String path, Object value) {
    return Objects.equals(values.get(path), value);
  }
}
