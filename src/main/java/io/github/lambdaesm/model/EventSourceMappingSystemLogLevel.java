package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines how much an event source mapping logs. */
public enum EventSourceMappingSystemLogLevel {
  /** All messages. */
  DEBUG("DEBUG"),

  /** State changes and problems. */
  INFO("INFO"),

  /** Problems only. */
  WARN("WARN"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * EventSourceMappingLoggingConfig#systemLogLevelAsString()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<EventSourceMappingSystemLogLevel> VALUES =
      new WireValues<>(EventSourceMappingSystemLogLevel.class);

  private final String value;

  EventSourceMappingSystemLogLevel(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable EventSourceMappingSystemLogLevel fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<EventSourceMappingSystemLogLevel> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
