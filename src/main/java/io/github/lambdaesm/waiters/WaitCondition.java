package io.github.lambdaesm.waiters;

import io.github.lambdaesm.model.EventSourceMappingState;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.time.Duration;

/**
 * The condition that ends a wait. In all other states, unknown ones included, the wait continues.
 */
enum WaitCondition {
  SETTLED,
  ENABLED,
  DISABLED,
  DELETED;

  private static final Duration CHANGE_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration DELETE_TIMEOUT = Duration.ofMinutes(5);

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

  /**
   * Returns whether the exception means that the mapping no longer exists. Any other 404 may come
   * from a proxy.
   */
  boolean isReachedBy(Throwable failure) {
    return this == DELETED && failure instanceof ResourceNotFoundException;
  }

  /**
   * Returns whether the mapping cannot reach the condition from its state without another request.
   */
  boolean isUnreachableFrom(GetEventSourceMappingResponse mapping) {
    return switch (this) {
      case SETTLED, DISABLED -> mapping.stateAsEnum() == EventSourceMappingState.DELETING;
      case ENABLED ->
          mapping.stateAsEnum() == EventSourceMappingState.DISABLED
              || mapping.stateAsEnum() == EventSourceMappingState.DELETING;
      case DELETED -> false;
    };
  }

  /** Returns the default timeout of the wait. */
  Duration waitTimeout() {
    return this == DELETED ? DELETE_TIMEOUT : CHANGE_TIMEOUT;
  }
}
