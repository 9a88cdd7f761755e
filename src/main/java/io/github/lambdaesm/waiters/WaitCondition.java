package io.github.lambdaesm.waiters;

import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
      case SETTLED -> isEnabled(mapping.state()) || isDisabled(mapping.state());
      case ENABLED -> isEnabled(mapping.state());
      case DISABLED -> isDisabled(mapping.state());
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

  /** How long a wait lasts by default, at most. */
  Duration waitTimeout() {
    return this == DELETED ? TIME_TO_DELETE : TIME_TO_CHANGE;
  }
}
