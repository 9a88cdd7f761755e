package io.github.lambdaesm.waiters;

import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The condition that ends a wait. States that are not named here, new ones included, continue it.
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
      case SETTLED -> isEnabled(mapping.state()) || isDisabled(mapping.state());
      case ENABLED -> isEnabled(mapping.state());
      case DISABLED -> isDisabled(mapping.state());
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
      case SETTLED, DISABLED -> isDeleting(mapping.state());
      case ENABLED -> isDisabled(mapping.state()) || isDeleting(mapping.state());
      case DELETED -> false;
    };
  }

  private static boolean isEnabled(@Nullable String state) {
    return "Enabled".equals(state);
  }

  private static boolean isDisabled(@Nullable String state) {
    return "Disabled".equals(state);
  }

  private static boolean isDeleting(@Nullable String state) {
    return "Deleting".equals(state);
  }

  /** Returns the default timeout of the wait. */
  Duration waitTimeout() {
    return this == DELETED ? DELETE_TIMEOUT : CHANGE_TIMEOUT;
  }
}
