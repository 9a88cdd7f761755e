package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The starting position in a stream or topic. */
public enum EventSourcePosition {
  /** From the oldest record that the source still holds. */
  TRIM_HORIZON("TRIM_HORIZON"),

  /**
   * From the records that arrive after polling has begun; records that arrive while the mapping is
   * being created may be missed.
   */
  LATEST("LATEST"),

  /**
   * From a point in time. Kinesis, Amazon MSK, self-managed Apache Kafka and DocumentDB; not
   * DynamoDB Streams.
   */
  AT_TIMESTAMP("AT_TIMESTAMP"),

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<EventSourcePosition> VALUES = new WireValues<>(EventSourcePosition.class);

  private final String value;

  EventSourcePosition(String value) {
    this.value = value;
  }

  /**
   * The constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable EventSourcePosition fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** All constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<EventSourcePosition> knownValues() {
    return VALUES.known();
  }

  /** The value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
