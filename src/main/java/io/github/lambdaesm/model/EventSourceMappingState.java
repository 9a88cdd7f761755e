package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of an event source mapping. The API defines it as a string; this class lists the states
 * that the AWS documentation names.
 */
public enum EventSourceMappingState {
  /** Being created. A mapping that is created enabled becomes {@link #ENABLED}. */
  CREATING("Creating"),

  /** Being enabled. */
  ENABLING("Enabling"),

  /** Reads the event source and invokes the function. */
  ENABLED("Enabled"),

  /** Being disabled. */
  DISABLING("Disabling"),

  /** Does not read the event source. */
  DISABLED("Disabled"),

  /** Its configuration is being changed. */
  UPDATING("Updating"),

  /** Being deleted. */
  DELETING("Deleting"),

  /** A state that is newer than this library; {@code state()} returns it as a string. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<EventSourceMappingState> VALUES =
      new WireValues<>(EventSourceMappingState.class);

  private final String value;

  EventSourceMappingState(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null if {@code
   *     value} is null
   */
  public static @Nullable EventSourceMappingState fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<EventSourceMappingState> knownValues() {
    return VALUES.known();
  }

  /** Returns whether this is {@link #ENABLED} or {@link #ENABLING}. */
  public boolean isEnabledOrEnabling() {
    return this == ENABLED || this == ENABLING;
  }

  /** Returns whether this is {@link #DISABLED} or {@link #DISABLING}. */
  public boolean isDisabledOrDisabling() {
    return this == DISABLED || this == DISABLING;
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
