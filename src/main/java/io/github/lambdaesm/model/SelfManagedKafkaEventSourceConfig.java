package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Configures settings that are specific to self-managed Apache Kafka.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html">AWS Lambda Developer
 *     Guide: self-managed Apache Kafka</a>
 */
public final class SelfManagedKafkaEventSourceConfig extends KafkaEventSourceConfig
    implements ToCopyableBuilder<
        SelfManagedKafkaEventSourceConfig.Builder, SelfManagedKafkaEventSourceConfig> {
  private static final Members MEMBERS = KafkaEventSourceConfig.MEMBERS.extend();
  private static final Member<String> CONSUMPTION_MODE =
      MEMBERS.add("ConsumptionMode", Types.STRING);

  static final Shape<SelfManagedKafkaEventSourceConfig> SHAPE =
      shape(
          SelfManagedKafkaEventSourceConfig.class, MEMBERS, SelfManagedKafkaEventSourceConfig::new);

  private SelfManagedKafkaEventSourceConfig(Values values) {
    super(values);
  }

  /**
   * Returns the mode in which Lambda consumes the topics.
   *
   * @see Builder#consumptionMode(String)
   */
  public @Nullable KafkaEventSourceMappingConsumptionMode consumptionMode() {
    return KafkaEventSourceMappingConsumptionMode.fromValue(get(CONSUMPTION_MODE));
  }

  /**
   * Returns the mode in which Lambda consumes the topics, as a string. The value may be newer than
   * this library.
   */
  public @Nullable String consumptionModeAsString() {
    return get(CONSUMPTION_MODE);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static SelfManagedKafkaEventSourceConfig fromJson(Map<String, Object> json) {
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
   * Builds a {@link SelfManagedKafkaEventSourceConfig}. A member that is set to null is left out.
   *
   * <p>{@link KafkaEventSourceConfig.Builder} has the setters for the consumer group and the schema
   * registry.
   */
  public static final class Builder extends KafkaEventSourceConfig.Builder<Builder>
      implements CopyableBuilder<Builder, SelfManagedKafkaEventSourceConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the mode in which Lambda consumes the topics, as a string.
     *
     * <p>Default: {@code Stream}. {@code Queue} requires brokers that run Apache Kafka 4.2 or
     * newer. It does not support a starting position, a starting position timestamp or a batching
     * window, and its default for {@code maximumRetryAttempts} is 0.
     *
     * <p>An update cannot change it.
     *
     * @see KafkaEventSourceMappingConsumptionMode
     */
    public Builder consumptionMode(@Nullable String consumptionMode) {
      return set(CONSUMPTION_MODE, consumptionMode);
    }

    /**
     * Sets the mode in which Lambda consumes the topics.
     *
     * <p>Default: {@code STREAM}. {@code QUEUE} requires brokers that run Apache Kafka 4.2 or
     * newer. It does not support a starting position, a starting position timestamp or a batching
     * window, and its default for {@code maximumRetryAttempts} is 0.
     *
     * <p>An update cannot change it.
     *
     * @throws IllegalArgumentException if it is {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder consumptionMode(
        @Nullable KafkaEventSourceMappingConsumptionMode consumptionMode) {
      return setEnum(CONSUMPTION_MODE, consumptionMode);
    }

    @Override
    public SelfManagedKafkaEventSourceConfig build() {
      return new SelfManagedKafkaEventSourceConfig(values());
    }
  }
}
