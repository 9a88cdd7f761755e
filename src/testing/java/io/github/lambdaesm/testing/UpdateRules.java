package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What the service refuses to change. Members that only a create has are no members of an update:
 * like all that the service does not know, they are ignored.
 */
final class UpdateRules {
  private static final List<String> KAFKA_BLOCKS =
      List.of("AmazonManagedKafkaEventSourceConfig", "SelfManagedKafkaEventSourceConfig");

  private UpdateRules() {}

  /**
   * Refuses what the service refuses of an update whose shape is right.
   *
   * @param stored the mapping as it is
   * @param merged the mapping as the update would make it
   * @throws ServiceError with the service's answer
   */
  static void check(
      ObjectNode update,
      ObjectNode stored,
      ObjectNode merged,
      SourceKind kind,
      Surroundings surroundings) {
    checkFixed(update);
    SourceRules.checkSupported(update, kind);
    checkDestination(update);
    SourceRules.checkTogether(merged, kind);
    FilterPatterns.check(update);
    if (update.hasNonNull("FunctionName")) {
      checkFunction(update.get("FunctionName").asText(), stored, surroundings);
    }
  }

  /** Refuses what cannot change, even if it is given as it is. */
  private static void checkFixed(ObjectNode update) {
    for (String block : KAFKA_BLOCKS) {
      if (update.path(block).hasNonNull("ConsumerGroupId")) {
        // The message is known up to the word "parameter".
        throw Parameters.unsupported(block + ".consumerGroupId");
      }
    }
    if (Json.values(update.path("SourceAccessConfigurations"))
        .anyMatch(access -> access.path("Type").asText().equals("VIRTUAL_HOST"))) {
      // That it is refused is documented; the message is not known.
      throw Parameters.unsupported("SourceAccessConfigurations.VIRTUAL_HOST");
    }
  }

  /** An empty text as destination is one, and means none. */
  private static void checkDestination(ObjectNode update) {
    JsonNode destinations = update.path("DestinationConfig");
    if (destinations.hasNonNull("OnFailure")
        && !destinations.get("OnFailure").hasNonNull("Destination")) {
      throw ServiceError.invalidParameter(
          "The Destination field is required for an OnFailure configuration.");
    }
  }

  /** Only a function that is named is looked at. Its error is known from a create. */
  private static void checkFunction(
      String functionName, ObjectNode stored, Surroundings surroundings) {
    ExistenceRules.checkFunction(functionName, surroundings);
    ExistenceRules.checkVisibilityTimeout(
        functionName, stored.path("EventSourceArn").asText(), surroundings);
  }
}
