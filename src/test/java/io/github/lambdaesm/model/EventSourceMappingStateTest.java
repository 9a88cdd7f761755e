package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class EventSourceMappingStateTest {
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "UNKNOWN_TO_SDK_VERSION")
  void returnsConstantForKnownState(EventSourceMappingState state) {
    assertThat(mapping(state.toString()).stateAsEnum()).isEqualTo(state);
  }

  @Test
  void keepsStateThatIsNewerThanTheLibrary() {
    GetEventSourceMappingResponse mapping = mapping("Hibernating");

    assertThat(mapping.stateAsEnum()).isEqualTo(EventSourceMappingState.UNKNOWN_TO_SDK_VERSION);
    assertThat(mapping.state()).isEqualTo("Hibernating");
    assertThat(mapping.toBuilder().build()).isEqualTo(mapping);
  }

  @Test
  void returnsNullForAbsentState() {
    assertThat(GetEventSourceMappingResponse.builder().build().stateAsEnum()).isNull();
  }

  private static GetEventSourceMappingResponse mapping(String state) {
    return GetEventSourceMappingResponse.builder().state(state).build();
  }
}
