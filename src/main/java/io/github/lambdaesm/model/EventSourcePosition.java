package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines where in a stream or topic a mapping starts to read. */
public enum EventSourcePosition {
  /** The oldest record that the event source still has. */
  TRIM_HORIZON("TRIM_HORIZON"),

  /**
   * Records that arrive after polling has started. Records that arrive while the mapping is being
   * created may be missed.
   */
  LATEST("LATEST"),

  /**
   * The records from a point in time. For Kinesis, Amazon MSK, self-managed Apache Kafka and Amazon
   * DocumentDB; not for DynamoDB Streams.
   */
  AT_TIMESTAMP("AT_TIMESTAMP"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * EventSourceMappingDefinition#startingPositionAsString()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<EventSourcePosition> VALUES = new WireValues<>(EventSourcePosition.class);

  private final String value;

  EventSourcePosition(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable EventSourcePosition fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<EventSourcePosition> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
