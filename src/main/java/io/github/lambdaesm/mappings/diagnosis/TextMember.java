package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.model.EventSourceMappingDescription;
import org.jspecify.annotations.Nullable;

/** The members of a mapping whose texts tell whether it works. */
enum TextMember {
  STATE("State"),
  STATE_TRANSITION_REASON("StateTransitionReason"),
  LAST_PROCESSING_RESULT("LastProcessingResult");

  private final String memberName;

  TextMember(String memberName) {
    this.memberName = memberName;
  }

  /** Returns the text of a mapping; null if it is absent or blank. */
  @Nullable String of(EventSourceMappingDescription mapping) {
    String text =
        switch (this) {
          case STATE -> mapping.state();
          case STATE_TRANSITION_REASON -> mapping.stateTransitionReason();
          case LAST_PROCESSING_RESULT -> mapping.lastProcessingResult();
        };
    return text == null || text.isBlank() ? null : text;
  }

  /** Returns whether the text of a mapping is a known one, ignoring case and blanks around it. */
  boolean is(String known, EventSourceMappingDescription mapping) {
    String text = of(mapping);
    return text != null && TextMatch.WHOLE.matches(text, known);
  }

  /** Returns the name of the member in the API. */
  @Override
  public String toString() {
    return memberName;
  }
}
