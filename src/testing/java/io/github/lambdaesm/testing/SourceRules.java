package io.github.lambdaesm.testing;

import static io.github.lambdaesm.testing.Parameters.given;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a kind of source refuses, in a create as in an update. */
final class SourceRules {
  private static final int LARGEST_BATCH_WITHOUT_WINDOW = 10;

  private SourceRules() {}

  /** Refuses members that the kind does not take. */
  static void checkSupported(ObjectNode request, SourceKind kind) {
    if (given(request, "DestinationConfig") && !takesDestination(request, kind)) {
      throw unsupportedAsItIs("DestinationConfig");
    }
    if (given(request, "ProvisionedPollerConfig") && !kind.isQueue() && !kind.isKafka()) {
      throw unsupportedAsItIs("ProvisionedPollerConfig");
    }
    if (given(request, "ScalingConfig") && !kind.isQueue()) {
      throw Parameters.unsupported("ScalingConfig");
    }
    if (given(request, "FilterCriteria") && kind == SourceKind.DOCUMENTDB) {
      throw ServiceError.invalidParameter("Invalid parameters: filterCriteria");
    }
  }

  private static boolean takesDestination(ObjectNode request, SourceKind kind) {
    return (kind.isStream() || kind.isKafka())
        && !request.get("DestinationConfig").hasNonNull("OnSuccess");
  }

  private static ServiceError unsupportedAsItIs(String name) {
    // These stand in the message under their capital letter, the blocks without quotes.
    return ServiceError.invalidParameter(
        "Unsupported %s parameter for given event source mapping type.".formatted(name));
  }

  /** Refuses settings of a queue that do not go together, wherever each of them comes from. */
  static void checkTogether(ObjectNode mapping, SourceKind kind) {
    if (!kind.isQueue()) {
      return;
    }
    int window = mapping.path("MaximumBatchingWindowInSeconds").asInt(0);
    if (kind == SourceKind.SQS_FIFO && window > 0) {
      throw ServiceError.invalidParameter("Batching window is not supported for FIFO queues");
    }
    if (mapping.path("BatchSize").asInt(0) > LARGEST_BATCH_WITHOUT_WINDOW && window == 0) {
      throw ServiceError.invalidParameter(
          "Maximum batch window in seconds must be greater than 0"
              + " if maximum batch size is greater than 10");
    }
    if (given(mapping, "ScalingConfig") && given(mapping, "ProvisionedPollerConfig")) {
      throw ServiceError.invalidParameter(
          "Provisioned mode for SQS ESM does not support maximum concurrency feature."
              + " Use MaximumPollers as the control mechanism and remove maximum concurrency.");
    }
  }
}
