package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group of metrics that an event source mapping can publish. */
public enum EventSourceMappingMetric {
  /** How many events were polled, filtered out, invoked, failed and dropped. */
  EVENT_COUNT("EventCount"),

  /** How many errors the pollers met: Amazon MSK and self-managed Apache Kafka. */
  ERROR_COUNT("ErrorCount"),

  /** Consumer metrics of Amazon MSK and self-managed Apache Kafka. */
  KAFKA_METRICS("KafkaMetrics"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * EventSourceMappingMetricsConfig#metricsAsStrings()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<EventSourceMappingMetric> VALUES =
      new WireValues<>(EventSourceMappingMetric.class);

  private final String value;

  EventSourceMappingMetric(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable EventSourceMappingMetric fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<EventSourceMappingMetric> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
