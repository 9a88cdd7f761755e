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

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<EventSourceMappingMetric> VALUES =
      new WireValues<>(EventSourceMappingMetric.class);

  private final String value;

  EventSourceMappingMetric(String value) {
    this.value = value;
  }

  /**
   * The constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable EventSourceMappingMetric fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** All constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<EventSourceMappingMetric> knownValues() {
    return VALUES.known();
  }

  /** The value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
