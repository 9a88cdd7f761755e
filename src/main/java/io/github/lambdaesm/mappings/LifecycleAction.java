package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingState;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with all mappings of a function. */
enum LifecycleAction {
  PAUSE(BulkOutcome.PAUSED),
  RESUME(BulkOutcome.RESUMED),
  DELETE(BulkOutcome.DELETED);

  /**
   * What {@code StateTransitionReason} says after a change by a user. The first two were recorded,
   * the third one is in the AWS documentation.
   */
  private static final List<String> BY_USER =
      List.of("USER_INITIATED", "User action", "User initiated");

  private final BulkOutcome outcome;

  LifecycleAction(BulkOutcome outcome) {
    this.outcome = outcome;
  }

  /** Returns the outcome of a mapping that {@link #perform} changed. */
  BulkOutcome outcome() {
    return outcome;
  }

  /**
   * Why a mapping is left alone.
   *
   * @param outcome UNCHANGED or SKIPPED
   */
  record NoCall(BulkOutcome outcome, @Nullable String reason) {
    static final NoCall UNCHANGED = new NoCall(BulkOutcome.UNCHANGED, null);

    static NoCall skipped(String reason) {
      return new NoCall(BulkOutcome.SKIPPED, reason);
    }
  }

  /** Returns why this action needs no call for a mapping; null if it needs one. */
  @Nullable NoCall noCall(
      EventSourceMappingConfiguration mapping, boolean includeDisabledByLambda) {
    EventSourceMappingState state = mapping.stateAsEnum();
    if (state == EventSourceMappingState.DELETING) {
      return this == DELETE ? NoCall.UNCHANGED : NoCall.skipped("It is being deleted");
    }
    boolean isAsWanted =
        state != null
            && ((this == PAUSE && state.isDisabledOrDisabling())
                || (this == RESUME && state.isEnabledOrEnabling()));
    if (isAsWanted) {
      return NoCall.UNCHANGED;
    }
    boolean isDisabledByLambda =
        state == EventSourceMappingState.DISABLED && !isByUser(mapping.stateTransitionReason());
    return this == RESUME && isDisabledByLambda && !includeDisabledByLambda
        ? NoCall.skipped(
            "No user disabled it; its StateTransitionReason is "
                + Text.of(mapping.stateTransitionReason()))
        : null;
  }

  private static boolean isByUser(@Nullable String reason) {
    return reason != null && BY_USER.stream().anyMatch(reason.trim()::equalsIgnoreCase);
  }

  /** Returns whether Lambda would reject this action now, because the mapping is changing. */
  static boolean isChanging(EventSourceMappingConfiguration mapping) {
    EventSourceMappingState state = mapping.stateAsEnum();
    if (state == null) {
      return false;
    }
    return switch (state) {
      case CREATING, ENABLING, DISABLING, UPDATING, DELETING -> true;
      case ENABLED, DISABLED, UNKNOWN_TO_SDK_VERSION -> false;
    };
  }

  void perform(PacedClient client, String uuid, Deadline deadline) {
    switch (this) {
      case PAUSE, RESUME ->
          client.update(
              UpdateEventSourceMappingRequest.builder().uuid(uuid).enabled(this == RESUME).build(),
              deadline);
      case DELETE ->
          client.delete(DeleteEventSourceMappingRequest.builder().uuid(uuid).build(), deadline);
    }
  }
}
