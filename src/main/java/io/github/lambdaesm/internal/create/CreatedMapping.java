package io.github.lambdaesm.internal.create;

import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.EventSourceMappingState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a mapping with the request that may have created it, member by member. A mapping that a
 * request has created has everything that the request asks for, and besides only what the service
 * fills in.
 */
final class CreatedMapping {
  /** No answer shows these, so they cannot be compared. */
  static final Set<String> NOT_COMPARABLE = Set.of("Tags");

  /** Answers show these under another name: as FunctionArn, and as State. */
  private static final Set<String> UNDER_ANOTHER_NAME = Set.of("FunctionName", "Enabled");

  private static final Set<String> FUNCTION_AND_SOURCE =
      Set.of("FunctionName", "EventSourceArn", "SelfManagedEventSource", "Topics", "Queues");

  private static final Set<EventSourceMappingState> ENABLED_STATES =
      EnumSet.of(EventSourceMappingState.ENABLING, EventSourceMappingState.ENABLED);
  private static final Set<EventSourceMappingState> DISABLED_STATES =
      EnumSet.of(EventSourceMappingState.DISABLING, EventSourceMappingState.DISABLED);

  private final CreateEventSourceMappingRequest request;
  private final CreationTime creationTime;

  CreatedMapping(CreateEventSourceMappingRequest request, CreationTime creationTime) {
    this.request = request;
    this.creationTime = creationTime;
  }

  /** Returns whether a mapping has the function and the source of the request. */
  <D extends EventSourceMappingDescription> boolean hasFunctionAndSource(D mapping) {
    return differences(mapping).stream()
        .map(path -> path.split("\\.", 2)[0])
        .noneMatch(FUNCTION_AND_SOURCE::contains);
  }

  /** Returns the members in which a mapping differs from what the request would have created. */
  <D extends EventSourceMappingDescription> List<String> differences(D mapping) {
    @SuppressWarnings("unchecked") // the class of a D, and a D is final
    Shape<D> shape = (Shape<D>) Shape.of(mapping.getClass());
    List<String> differences =
        new ArrayList<>(
            Shape.of(CreateEventSourceMappingRequest.class)
                .differences(request, shape, mapping, new CreateDefaults(request, mapping.uuid())));
    differences.removeAll(NOT_COMPARABLE);
    differences.removeAll(UNDER_ANOTHER_NAME);
    if (!isFunction(mapping.functionArn())) {
      differences.add("FunctionName");
    }
    if (!isState(mapping.stateAsEnum())) {
      differences.add("Enabled");
    }
    if (mapping.stateAsEnum() == EventSourceMappingState.DELETING) {
      differences.add("State");
    }
    if (!creationTime.allows(mapping.lastModified())) {
      differences.add(creationTime.problem());
    }
    return differences;
  }

  private boolean isFunction(@Nullable String arn) {
    String function = request.functionName();
    return function != null
        && arn != null
        && FunctionReference.parse(function).names(FunctionReference.parse(arn));
  }

  /** Any other state, such as Creating, says neither. */
  private boolean isState(@Nullable EventSourceMappingState state) {
    boolean enabled = request.enabled() == null || request.enabled();
    return !(enabled ? DISABLED_STATES : ENABLED_STATES).contains(state);
  }
}
