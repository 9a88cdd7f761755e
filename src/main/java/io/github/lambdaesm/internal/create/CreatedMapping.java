package io.github.lambdaesm.internal.create;

import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.EventSourceMappingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a mapping with the request that may have created it, member by member. A mapping created
 * by the request has all values of the request, and otherwise only values that the service fills
 * in.
 */
final class CreatedMapping {
  /** Members that cannot be compared, because responses do not have them. */
  static final Set<String> NOT_COMPARABLE = Set.of("Tags");

  /** Members that have other names in responses: FunctionArn and State. */
  private static final Set<String> RENAMED_IN_RESPONSES = Set.of("FunctionName", "Enabled");

  private static final Set<String> FUNCTION_AND_SOURCE =
      Set.of("FunctionName", "EventSourceArn", "SelfManagedEventSource", "Topics", "Queues");

  private final CreateEventSourceMappingRequest request;
  private final CreationTime creationTime;

  CreatedMapping(CreateEventSourceMappingRequest request, CreationTime creationTime) {
    this.request = request;
    this.creationTime = creationTime;
  }

  /** Returns whether a mapping has the function and the event source of the request. */
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
    differences.removeAll(RENAMED_IN_RESPONSES);
    if (!matchesFunction(mapping.functionArn())) {
      differences.add("FunctionName");
    }
    if (!matchesState(mapping.stateAsEnum())) {
      differences.add("Enabled");
    }
    if (mapping.stateAsEnum() == EventSourceMappingState.DELETING) {
      differences.add("State");
    }
    if (!creationTime.allows(mapping.lastModified())) {
      differences.add(creationTime.reason());
    }
    return differences;
  }

  private boolean matchesFunction(@Nullable String arn) {
    String function = request.functionName();
    return function != null
        && arn != null
        && FunctionReference.parse(function).matches(FunctionReference.parse(arn));
  }

  /**
   * Returns whether a state is consistent with the request's Enabled. A state such as Creating is
   * consistent with both values.
   */
  private boolean matchesState(@Nullable EventSourceMappingState state) {
    boolean enabled = request.enabled() == null || request.enabled();
    return state == null
        || !(enabled ? state.isDisabledOrDisabling() : state.isEnabledOrEnabling());
  }
}
