package io.github.lambdaesm.waiters;

import io.github.lambdaesm.model.EventSourceMappingState;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.time.Duration;

/** What is waited for. A state that is not named here is "not yet", also one that is new. */
enum WaitCondition {
  SETTLED,
  ENABLED,
  DISABLED,
  DELETED;

  private static final Duration TIME_TO_CHANGE = Duration.ofMinutes(10);
  private static final Duration TIME_TO_DELETE = Duration.ofMinutes(5);

  boolean isReachedBy(GetEventSourceMappingResponse mapping) {
    return switch (this) {
      case SETTLED ->
          mapping.stateAsEnum() == EventSourceMappingState.ENABLED
              || mapping.stateAsEnum() == EventSourceMappingState.DISABLED;
      case ENABLED -> mapping.stateAsEnum() == EventSourceMappingState.ENABLED;
      case DISABLED -> mapping.stateAsEnum() == EventSourceMappingState.DISABLED;
      case DELETED -> false;
    };
  }

  /** Only the documented code says that there is no mapping; any other 404 may be a proxy's. */
  boolean isReachedBy(Throwable failure) {
    return this == DELETED && failure instanceof ResourceNotFoundException;
  }

  /** Whether the mapping does not go by itself from its state to the one that is waited for. */
  boolean isHopelessFor(GetEventSourceMappingResponse mapping) {
    return switch (this) {
      case SETTLED, DISABLED -> mapping.stateAsEnum() == EventSourceMappingState.DELETING;
      case ENABLED ->
          mapping.stateAsEnum() == EventSourceMappingState.DISABLED
              || mapping.stateAsEnum() == EventSourceMappingState.DELETING;
      case DELETED -> false;
    };
  }

  /** How long a wait lasts by default, at most. */
  Duration waitTimeout() {
    return this == DELETED ? TIME_TO_DELETE : TIME_TO_CHANGE;
  }
}
