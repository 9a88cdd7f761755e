package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.EventSourceMappingDescription;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a mapping whose texts tell how it is. */
enum TextMember {
  STATE("State", EventSourceMappingDescription::state),
  STATE_TRANSITION_REASON(
      "StateTransitionReason", EventSourceMappingDescription::stateTransitionReason),
  LAST_PROCESSING_RESULT(
      "LastProcessingResult", EventSourceMappingDescription::lastProcessingResult);

  private final String memberName;
  private final Function<EventSourceMappingDescription, @Nullable String> getter;

  TextMember(String memberName, Function<EventSourceMappingDescription, @Nullable String> getter) {
    this.memberName = memberName;
    this.getter = getter;
  }

  /** Returns the text of a mapping; null if it is absent or blank. */
  @Nullable String of(EventSourceMappingDescription mapping) {
    String text = getter.apply(mapping);
    return text == null || text.isBlank() ? null : text;
  }

  /** Returns the name of the member in the API. */
  @Override
  public String toString() {
    return memberName;
  }
}
