package io.github.lambdaesm.testing.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in the defaults that Lambda returns for settings that a request omits. */
public final class Defaults {
  private Defaults() {}

  /**
   * Adds missing settings and keeps the others. Event sources with a default batching window of 500
   * milliseconds return no window, because the member is in whole seconds.
   */
  public static void fillIn(ObjectNode mapping, SourceKind kind, String uuid) {
    mapping.putIfAbsent("BatchSize", mapping.numberNode(kind.defaultBatchSize()));
    if (kind.isQueue() || kind.isStream()) {
      mapping.putIfAbsent("MaximumBatchingWindowInSeconds", mapping.numberNode(0));
      mapping.putIfAbsent("FunctionResponseTypes", mapping.arrayNode());
    }
    if (kind.isStream()) {
      fillInStream(mapping);
    }
    switch (kind) {
      case MSK -> fillInConsumerGroup(mapping, "AmazonManagedKafkaEventSourceConfig", uuid);
      case SELF_MANAGED_KAFKA -> {
        if (!isQueueMode(mapping)) {
          mapping.putIfAbsent("StartingPosition", mapping.textNode("TRIM_HORIZON"));
        }
        fillInConsumerGroup(mapping, "SelfManagedKafkaEventSourceConfig", uuid);
      }
      case DOCUMENTDB ->
          Json.childObject(mapping, "DocumentDBEventSourceConfig")
              .putIfAbsent("FullDocument", mapping.textNode("Default"));
      default -> {}
    }
  }

  private static void fillInStream(ObjectNode mapping) {
    mapping.putIfAbsent("ParallelizationFactor", mapping.numberNode(1));
    mapping.putIfAbsent("MaximumRecordAgeInSeconds", mapping.numberNode(-1));
    mapping.putIfAbsent("MaximumRetryAttempts", mapping.numberNode(-1));
    mapping.putIfAbsent("BisectBatchOnFunctionError", mapping.booleanNode(false));
    mapping.putIfAbsent("TumblingWindowInSeconds", mapping.numberNode(0));
    if (!mapping.has("DestinationConfig")) {
      mapping.putObject("DestinationConfig").putObject("OnFailure");
    }
  }

  public static boolean isQueueMode(ObjectNode mapping) {
    return mapping
        .path("SelfManagedKafkaEventSourceConfig")
        .path("ConsumptionMode")
        .asText()
        .equals("Queue");
  }

  private static void fillInConsumerGroup(ObjectNode mapping, String block, String uuid) {
    Json.childObject(mapping, block).putIfAbsent("ConsumerGroupId", mapping.textNode(uuid));
  }
}
