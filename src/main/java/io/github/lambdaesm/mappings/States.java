package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.EventSourceMappingState;

/** Tells what the state of a mapping means for a change. */
final class States {
  private States() {}

  /**
   * Returns whether no change of the mapping is in progress. A mapping without a state, as a test's
   * client may return it, is settled; one in a state that is newer than this library is not.
   */
  static boolean isSettled(EventSourceMappingDescription mapping) {
    EventSourceMappingState state = mapping.stateAsEnum();
    return state == null
        || state == EventSourceMappingState.ENABLED
        || state == EventSourceMappingState.DISABLED;
  }

  /**
   * Returns whether a change of the mapping is known to be in progress, so that Lambda rejects
   * another one.
   */
  static boolean isChanging(EventSourceMappingDescription mapping) {
    return !isSettled(mapping)
        && mapping.stateAsEnum() != EventSourceMappingState.UNKNOWN_TO_SDK_VERSION;
  }

  static boolean isEnabled(EventSourceMappingDescription mapping) {
    return mapping.stateAsEnum() == EventSourceMappingState.ENABLED;
  }

  static boolean isBeingDeleted(EventSourceMappingDescription mapping) {
    return mapping.stateAsEnum() == EventSourceMappingState.DELETING;
  }

  /** Returns the state and its reason, for a message. */
  static String describe(EventSourceMappingDescription mapping) {
    return "State %s, StateTransitionReason %s"
        .formatted(
            PrintedText.of(mapping.state()), PrintedText.of(mapping.stateTransitionReason()));
  }

  /** Returns whether two views of a mapping are equal, except for its state and last result. */
  static boolean equalIgnoringStatus(
      EventSourceMappingConfiguration one, EventSourceMappingConfiguration other) {
    return withoutStatus(one).equals(withoutStatus(other));
  }

  private static EventSourceMappingConfiguration withoutStatus(
      EventSourceMappingConfiguration mapping) {
    return mapping.toBuilder()
        .state(null)
        .stateTransitionReason(null)
        .lastModified(null)
        .lastProcessingResult(null)
        .build();
  }
}
