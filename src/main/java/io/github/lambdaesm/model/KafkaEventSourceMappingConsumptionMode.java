package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how Lambda consumes the topics of a self-managed Apache Kafka cluster. */
public enum KafkaEventSourceMappingConsumptionMode {
  /** Reads partitions in order, as a Kafka consumer group. The default. */
  STREAM("Stream"),

  /**
   * Reads records like messages of a queue, as a Kafka share group. The brokers must run Apache
   * Kafka 4.2 or newer.
   */
  QUEUE("Queue"),

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<KafkaEventSourceMappingConsumptionMode> VALUES =
      new WireValues<>(KafkaEventSourceMappingConsumptionMode.class);

  private final String value;

  KafkaEventSourceMappingConsumptionMode(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable KafkaEventSourceMappingConsumptionMode fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<KafkaEventSourceMappingConsumptionMode> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
