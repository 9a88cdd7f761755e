package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much an event source mapping logs about its own work. */
public enum EventSourceMappingSystemLogLevel {
  /** Everything. */
  DEBUG("DEBUG"),

  /** Changes of state and what is above. */
  INFO("INFO"),

  /** Problems only. */
  WARN("WARN"),

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<EventSourceMappingSystemLogLevel> VALUES =
      new WireValues<>(EventSourceMappingSystemLogLevel.class);

  private final String value;

  EventSourceMappingSystemLogLevel(String value) {
    this.value = value;
  }

  /**
   * The constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable EventSourceMappingSystemLogLevel fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** All constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<EventSourceMappingSystemLogLevel> knownValues() {
    return VALUES.known();
  }

  /** The value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
