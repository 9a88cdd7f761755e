package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingDefinition;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.SelfManagedEventSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a mapping: its event source, its function with the qualifier, and its topics or
 * queues. A self-managed Kafka cluster is identified by any of its bootstrap servers.
 *
 * <p>Nothing matches a key without an event source or a function.
 */
final class MappingKey {
  private final @Nullable FunctionReference function;
  private final String sourceArn;
  private final Set<String> servers;
  private final List<String> topics;
  private final List<String> queues;

  private MappingKey(CreateEventSourceMappingRequest desired) {
    String name = desired.functionName();
    function = name == null || name.isEmpty() ? null : FunctionReference.parse(name);
    sourceArn = sourceArn(desired);
    servers = sourceArn.isEmpty() ? servers(desired.selfManagedEventSource()) : Set.of();
    topics = desired.topics();
    queues = desired.queues();
  }

  static MappingKey of(CreateEventSourceMappingRequest desired) {
    return new MappingKey(desired);
  }

  /** Returns the ARN of the event source; empty for a self-managed one. */
  private static String sourceArn(EventSourceMappingDefinition mapping) {
    String arn = mapping.eventSourceArn();
    return arn == null ? "" : arn;
  }

  /**
   * Returns whether a mapping has this key. Topics and queues that are not desired do not count.
   */
  boolean matches(EventSourceMappingDescription mapping) {
    return sourceArn.equals(sourceArn(mapping))
        && (!sourceArn.isEmpty()
            || !Collections.disjoint(servers, servers(mapping.selfManagedEventSource())))
        && isAbsentOrEqual(topics, mapping.topics())
        && isAbsentOrEqual(queues, mapping.queues())
        && matchesFunction(mapping.functionArn());
  }

  private boolean matchesFunction(@Nullable String arn) {
    return function != null && arn != null && function.matches(FunctionReference.parse(arn));
  }

  private static boolean isAbsentOrEqual(List<String> desired, List<String> actual) {
    return desired.isEmpty() || desired.equals(actual);
  }

  private static Set<String> servers(@Nullable SelfManagedEventSource source) {
    Set<String> servers = new HashSet<>();
    if (source != null) {
      source.endpointsAsStrings().values().stream()
          .flatMap(Collection::stream)
          .forEach(servers::add);
    }
    return servers;
  }
}
