package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Configures the metrics that a mapping publishes. */
public final class EventSourceMappingMetricsConfig extends Structure
    implements ToCopyableBuilder<
        EventSourceMappingMetricsConfig.Builder, EventSourceMappingMetricsConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<List<String>> METRICS =
      MEMBERS.add("Metrics", Types.listOf(Types.STRING));

  static final Shape<EventSourceMappingMetricsConfig> SHAPE =
      shape(EventSourceMappingMetricsConfig.class, MEMBERS, EventSourceMappingMetricsConfig::new);

  private EventSourceMappingMetricsConfig(Values values) {
    super(values);
  }

  /** Returns whether {@link #metricsAsStrings()} is set, even to an empty collection. */
  public boolean hasMetrics() {
    return has(METRICS);
  }

  /**
   * Returns the metric groups. Never null; empty if absent.
   *
   * @see Builder#metrics(Collection)
   */
  public List<EventSourceMappingMetric> metrics() {
    return getEnums(METRICS, EventSourceMappingMetric.VALUES);
  }

  /** Returns the metric groups, as strings. The values may be newer than this library. */
  public List<String> metricsAsStrings() {
    return getList(METRICS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static EventSourceMappingMetricsConfig fromJson(Map<String, Object> json) {
    return SHAPE.fromJson(json);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder(SHAPE.newValues());
  }

  @Override
  public Builder toBuilder() {
    return new Builder(values().toBuilder());
  }

  /**
   * Builds an {@link EventSourceMappingMetricsConfig}. A member that is set to null is left out.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, EventSourceMappingMetricsConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the metric groups, as strings.
     *
     * <p>At most 3. {@code EventCount} is for all event sources that have metrics; {@code
     * ErrorCount} and {@code KafkaMetrics} are for Amazon MSK and self-managed Apache Kafka.
     * Default: none. An empty list turns metrics off.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder metricsWithStrings(@Nullable Collection<String> metrics) {
      return setList(METRICS, metrics);
    }

    /**
     * Sets the metric groups, as strings.
     *
     * <p>At most 3. {@code EventCount} is for all event sources that have metrics; {@code
     * ErrorCount} and {@code KafkaMetrics} are for Amazon MSK and self-managed Apache Kafka.
     * Default: none. An empty list turns metrics off.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder metricsWithStrings(String... metrics) {
      return setList(METRICS, Arrays.asList(metrics));
    }

    /**
     * Sets the metric groups.
     *
     * <p>At most 3. {@code EventCount} is for all event sources that have metrics; {@code
     * ErrorCount} and {@code KafkaMetrics} are for Amazon MSK and self-managed Apache Kafka.
     * Default: none. An empty list turns metrics off.
     *
     * @throws IllegalArgumentException if an element is null or {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder metrics(@Nullable Collection<EventSourceMappingMetric> metrics) {
      return setEnums(METRICS, metrics);
    }

    /**
     * Sets the metric groups.
     *
     * <p>At most 3. {@code EventCount} is for all event sources that have metrics; {@code
     * ErrorCount} and {@code KafkaMetrics} are for Amazon MSK and self-managed Apache Kafka.
     * Default: none. An empty list turns metrics off.
     *
     * @throws IllegalArgumentException if an element is null or {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder metrics(EventSourceMappingMetric... metrics) {
      return setEnums(METRICS, Arrays.asList(metrics));
    }

    @Override
    public EventSourceMappingMetricsConfig build() {
      return new EventSourceMappingMetricsConfig(values());
    }
  }
}
