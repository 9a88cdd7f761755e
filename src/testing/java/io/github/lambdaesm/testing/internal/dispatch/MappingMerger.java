package io.github.lambdaesm.testing.internal.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.rules.RequestValidator;
import io.github.lambdaesm.testing.internal.state.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Merges the members of a request into a mapping. */
public final class MappingMerger {
  /** The objects that an update replaces as a whole, so that an empty object clears them. */
  private static final Set<String> REPLACED =
      Set.of("FilterCriteria", "ScalingConfig", "DestinationConfig", "SchemaRegistryConfig");

  private MappingMerger() {}

  /**
   * Returns the members that a new mapping takes from its create request. Omits the function, which
   * is returned as an ARN, {@code Enabled}, which becomes a state, and tags, which have their own
   * operations.
   */
  public static ObjectNode create(ObjectNode request) {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    List<String> members =
        Stream.concat(
                RequestValidator.createOnlyMembers().stream(),
                RequestValidator.updatableMembers().stream())
            .toList();
    merge(mapping, request.deepCopy().retain(members));
    sortServers(mapping);
    return mapping;
  }

  /** Sorts the bootstrap servers, because Lambda returns them sorted. */
  private static void sortServers(ObjectNode mapping) {
    if (mapping.at("/SelfManagedEventSource/Endpoints/KAFKA_BOOTSTRAP_SERVERS")
        instanceof ArrayNode servers) {
      List<JsonNode> sorted =
          Json.values(servers).sorted(Comparator.comparing(JsonNode::asText)).toList();
      servers.removeAll().addAll(sorted);
    }
  }

  /** Returns the members of a mapping after an update, except the function and the state. */
  public static ObjectNode apply(ObjectNode stored, ObjectNode update) {
    ObjectNode merged = stored.deepCopy();
    ObjectNode changes = update.deepCopy().retain(RequestValidator.updatableMembers());
    if (changes.get("SelfManagedKafkaEventSourceConfig") instanceof ObjectNode kafka) {
      // ConsumptionMode is fixed at creation.
      kafka.remove("ConsumptionMode");
    }
    if (changes.path("ProvisionedPollerConfig").isObject()
        && changes.path("ProvisionedPollerConfig").isEmpty()) {
      merged.remove("ProvisionedPollerConfig");
    }
    merge(merged, changes);
    return merged;
  }

  private static void merge(ObjectNode stored, ObjectNode update) {
    for (Map.Entry<String, JsonNode> member : update.properties()) {
      if (!member.getValue().isNull()) {
        mergeMember(stored, member.getKey(), member.getValue());
      }
    }
  }

  private static void mergeMember(ObjectNode stored, String name, JsonNode value) {
    if (value instanceof ObjectNode object && !REPLACED.contains(name)) {
      mergeObject(stored, name, object);
    } else if (isEmpty(value)) {
      stored.remove(name);
    } else {
      stored.set(name, value);
    }
  }

  private static void mergeObject(ObjectNode stored, String name, ObjectNode update) {
    ObjectNode child = Json.childObject(stored, name);
    merge(child, update);
    if (child.isEmpty()) {
      stored.remove(name);
    }
  }

  /**
   * Returns whether a value has no content, at any depth. Such a value clears a member and is not
   * returned.
   */
  private static boolean isEmpty(JsonNode value) {
    if (!value.isObject()) {
      return value.isNull()
          || (value.isTextual() && value.asText().isEmpty())
          || (value.isArray() && value.isEmpty());
    }
    for (JsonNode member : value) {
      if (!isEmpty(member)) {
        return false;
      }
    }
    return true;
  }
}
