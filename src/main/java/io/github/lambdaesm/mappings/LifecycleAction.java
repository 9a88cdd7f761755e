package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.mappings.diagnosis.Diagnosis;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingState;
import org.jspecify.annotations.Nullable;

/** The actions on all mappings of a function. */
enum LifecycleAction {
  PAUSE(BulkOutcome.PAUSED),
  RESUME(BulkOutcome.RESUMED),
  DELETE(BulkOutcome.DELETED);

  private final BulkOutcome outcome;

  LifecycleAction(BulkOutcome outcome) {
    this.outcome = outcome;
  }

  /** Returns the outcome of a mapping that {@link #perform} changed. */
  BulkOutcome outcome() {
    return outcome;
  }

  /**
   * The outcome and the reason of leaving a mapping unchanged.
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
        state == EventSourceMappingState.DISABLED && !Diagnosis.isChangedByUser(mapping);
    return this == RESUME && isDisabledByLambda && !includeDisabledByLambda
        ? NoCall.skipped(
            "No user disabled it; its StateTransitionReason is "
                + PrintedText.of(mapping.stateTransitionReason()))
        : null;
  }

  void perform(PacedClient client, String uuid, Deadline deadline) {
    switch (this) {
      case PAUSE, RESUME -> client.setEnabled(uuid, this == RESUME, deadline);
      case DELETE ->
          client.delete(DeleteEventSourceMappingRequest.builder().uuid(uuid).build(), deadline);
    }
  }
}
