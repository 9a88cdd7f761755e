package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingDefinition;
import io.github.lambdaesm.model.SelfManagedEventSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the desired mappings for a listed one without comparing each with each.
 *
 * <p>Desired mappings are in buckets by event source or bootstrap server, name of the function, and
 * topic or queue. {@link MappingKey} decides among those in a bucket.
 */
final class DesiredIndex {
  private final List<CreateEventSourceMappingRequest> desired;
  private final List<MappingKey> keys;
  private final Map<Bucket, List<Integer>> buckets = new HashMap<>();
  private final Map<Bucket, List<Integer>> tables = new HashMap<>();

  private record Bucket(String source, String functionName, String part) {}

  /**
   * Creates an index.
   *
   * @throws IllegalArgumentException if two desired mappings have the same key
   */
  DesiredIndex(List<CreateEventSourceMappingRequest> desired) {
    this(desired, "desired mappings");
  }

  /**
   * @param noun what messages call the items, in the plural
   */
  private DesiredIndex(List<CreateEventSourceMappingRequest> desired, String noun) {
    this.desired = desired;
    this.keys = desired.stream().map(MappingKey::of).toList();
    for (int position = 0; position < desired.size(); position++) {
      rejectDuplicate(position, noun);
      add(position, desired.get(position));
    }
  }

  /**
   * Rejects plans whose desired mappings have the same key.
   *
   * @throws IllegalArgumentException if there are any
   */
  static void rejectDuplicatePlans(List<CreateEventSourceMappingRequest> desired) {
    new DesiredIndex(desired, "plans");
  }

  private void add(int position, CreateEventSourceMappingRequest request) {
    String part = parts(request).stream().filter(each -> !each.isEmpty()).findFirst().orElse("");
    for (String source : sources(request)) {
      Bucket bucket = new Bucket(source, functionName(request.functionName()), part);
      buckets.computeIfAbsent(bucket, key -> new ArrayList<>()).add(position);
    }
    if (EventSource.of(request) == EventSource.DYNAMODB) {
      tables
          .computeIfAbsent(
              table(request.eventSourceArn(), request.functionName()), key -> new ArrayList<>())
          .add(position);
    }
  }

  private void rejectDuplicate(int position, String noun) {
    EventSourceMappingConfiguration listed = asListed(desired.get(position));
    for (int other : candidates(listed)) {
      boolean same =
          keys.get(other).matches(listed)
              || keys.get(position).matches(asListed(desired.get(other)));
      if (same) {
        throw new IllegalArgumentException(
            "%s %s and %s (counted from 0) have the same event source and function, %s. Remove one of them"
                .formatted(noun, other, position, MappingLabel.of(desired.get(position))));
      }
    }
  }

  /** Returns the desired mapping as a list would show it, with all members that a key compares. */
  private static EventSourceMappingConfiguration asListed(CreateEventSourceMappingRequest request) {
    return Shape.of(EventSourceMappingConfiguration.class)
        .copyOf(Shape.of(CreateEventSourceMappingRequest.class), request)
        .toBuilder()
        .functionArn(request.functionName())
        .build();
  }

  /** Returns the positions of the desired mappings that a mapping matches. */
  List<Integer> matches(EventSourceMappingConfiguration mapping) {
    return candidates(mapping).stream()
        .filter(position -> keys.get(position).matches(mapping))
        .toList();
  }

  private Set<Integer> candidates(EventSourceMappingConfiguration mapping) {
    Set<Integer> candidates = new LinkedHashSet<>();
    String functionName = functionName(mapping.functionArn());
    for (String source : sources(mapping)) {
      for (String part : parts(mapping)) {
        candidates.addAll(buckets.getOrDefault(new Bucket(source, functionName, part), List.of()));
      }
    }
    return candidates;
  }

  /** Returns those of the same DynamoDB table and function as a mapping, but another stream. */
  List<Integer> ofSameTable(EventSourceMappingConfiguration mapping) {
    if (tables.isEmpty() || EventSource.of(mapping) != EventSource.DYNAMODB) {
      return List.of();
    }
    String stream = String.valueOf(mapping.eventSourceArn());
    return tables
        .getOrDefault(table(mapping.eventSourceArn(), mapping.functionArn()), List.of())
        .stream()
        .filter(position -> !stream.equals(desired.get(position).eventSourceArn()))
        .toList();
  }

  private static Bucket table(@Nullable String streamArn, @Nullable String function) {
    return new Bucket(MappingFinder.table(streamArn), functionName(function), "");
  }

  private static String functionName(@Nullable String reference) {
    return reference == null ? "" : FunctionReference.parse(reference).name();
  }

  private static Collection<String> sources(EventSourceMappingDefinition mapping) {
    String arn = mapping.eventSourceArn();
    SelfManagedEventSource source = mapping.selfManagedEventSource();
    if (arn != null || source == null) {
      return List.of(arn == null ? "" : arn);
    }
    return new LinkedHashSet<>(
        source.endpointsAsStrings().values().stream().flatMap(Collection::stream).toList());
  }

  /** Returns the first topic and the first queue, and "", which stands for none. */
  private static Set<String> parts(EventSourceMappingDefinition mapping) {
    Set<String> parts = new LinkedHashSet<>();
    mapping.topics().stream().limit(1).forEach(parts::add);
    mapping.queues().stream().limit(1).forEach(parts::add);
    parts.add("");
    return parts;
  }
}
