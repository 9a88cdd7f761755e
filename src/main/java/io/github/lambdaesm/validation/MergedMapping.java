package io.github.lambdaesm.validation;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.Structure;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the mapping that an update results in, as the request that would create it. */
final class MergedMapping {
  /** The structures whose members an update changes one by one. It replaces all others. */
  private static final Set<String> CHANGED_BY_MEMBER =
      Set.of(
          "AmazonManagedKafkaEventSourceConfig",
          "SelfManagedKafkaEventSourceConfig",
          "DocumentDBEventSourceConfig",
          "ProvisionedPollerConfig",
          "MetricsConfig",
          "LoggingConfig");

  /** The one of them that an empty structure clears. All others stay as they are. */
  private static final String CLEARED_IF_EMPTY = "ProvisionedPollerConfig";

  /** Its value is fixed at creation. */
  private static final String CONSUMPTION_MODE = "ConsumptionMode";

  private static final String FUNCTION_NAME = "FunctionName";

  private MergedMapping() {}

  static CreateEventSourceMappingRequest of(
      UpdateEventSourceMappingRequest update, EventSourceMappingDescription stored) {
    Shape<CreateEventSourceMappingRequest> shape = Shape.of(CreateEventSourceMappingRequest.class);
    CreateEventSourceMappingRequest before = shape.copyOf(Shape.ofStructure(stored), stored);
    Values.Builder merged = shape.valuesOf(before).toBuilder();
    setIfMember(shape, merged, FUNCTION_NAME, stored.functionArn());
    Shape<Object> updateShape = Shape.ofStructure(update);
    for (Member<?> member : updateShape.members()) {
      Object change = updateShape.valueOf(member, update);
      Member<?> target = shape.member(member.name());
      if (change != null && target != null) {
        set(merged, target, merge(member.name(), shape.valueOf(target, before), change));
      }
    }
    return shape.create(merged);
  }

  private static @Nullable Object merge(String name, @Nullable Object before, Object change) {
    if (!CHANGED_BY_MEMBER.contains(name)) {
      return isEmpty(change) ? null : change;
    }
    if (name.equals(CLEARED_IF_EMPTY) && isEmpty(change)) {
      return null;
    }
    Shape<Object> shape = Shape.ofStructure(change);
    Values.Builder merged = shape.valuesOf(before == null ? shape.empty() : before).toBuilder();
    for (Member<?> member : shape.members()) {
      Object value = shape.valueOf(member, change);
      if (value != null && !member.name().equals(CONSUMPTION_MODE)) {
        set(merged, member, isEmpty(value) ? null : value);
      }
    }
    return shape.create(merged);
  }

  /** Returns whether a value has no content, so that it clears a member or sets nothing. */
  static boolean isEmpty(Object value) {
    if (value instanceof String text) {
      return text.isEmpty();
    }
    if (value instanceof Collection<?> collection) {
      return collection.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty();
    }
    return value instanceof Structure && isEmptyStructure(value);
  }

  private static boolean isEmptyStructure(Object structure) {
    Shape<Object> shape = Shape.ofStructure(structure);
    for (Member<?> member : shape.members()) {
      if (shape.valueOf(member, structure) != null) {
        return false;
      }
    }
    return true;
  }

  private static void setIfMember(
      Shape<?> shape, Values.Builder values, String name, @Nullable Object value) {
    Member<?> member = shape.member(name);
    if (member != null) {
      set(values, member, value);
    }
  }

  @SuppressWarnings("unchecked") // members with the same name have the same type in all shapes
  private static <V> void set(Values.Builder values, Member<V> member, @Nullable Object value) {
    values.set(member, (V) value);
  }
}
