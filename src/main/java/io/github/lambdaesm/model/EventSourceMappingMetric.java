package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Identifies a group of metrics that an event source mapping can publish. */
public enum EventSourceMappingMetric {
  /**
   * The numbers of events that were polled, filtered out, sent to the function, failed and dropped.
   * For all event sources that have metrics.
   */
  EVENT_COUNT("EventCount"),

  /** The number of errors of the pollers. For Amazon MSK and self-managed Apache Kafka. */
  ERROR_COUNT("ErrorCount"),

  /** Kafka consumer metrics. For Amazon MSK and self-managed Apache Kafka. */
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
