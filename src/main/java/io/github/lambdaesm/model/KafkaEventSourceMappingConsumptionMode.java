package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines how Lambda consumes the topics of a self-managed Apache Kafka cluster. */
public enum KafkaEventSourceMappingConsumptionMode {
  /** Lambda reads partitions in order, as a Kafka consumer group. This is the default. */
  STREAM("Stream"),

  /**
   * Lambda reads records like the messages of a queue, as a Kafka share group. The brokers must run
   * Apache Kafka 4.2 or newer.
   */
  QUEUE("Queue"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * SelfManagedKafkaEventSourceConfig#consumptionModeAsString()} returns the value itself.
   */
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
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable KafkaEventSourceMappingConsumptionMode fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<KafkaEventSourceMappingConsumptionMode> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
