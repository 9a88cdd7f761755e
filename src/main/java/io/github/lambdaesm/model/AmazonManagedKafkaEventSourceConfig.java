package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Configures settings that are specific to Amazon MSK.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html">AWS Lambda Developer
 *     Guide: Amazon MSK</a>
 */
public final class AmazonManagedKafkaEventSourceConfig extends KafkaEventSourceConfig
    implements ToCopyableBuilder<
        AmazonManagedKafkaEventSourceConfig.Builder, AmazonManagedKafkaEventSourceConfig> {

  static final Shape<AmazonManagedKafkaEventSourceConfig> SHAPE =
      shape(
          AmazonManagedKafkaEventSourceConfig.class,
          KafkaEventSourceConfig.MEMBERS,
          AmazonManagedKafkaEventSourceConfig::new);

  private AmazonManagedKafkaEventSourceConfig(Values values) {
    super(values);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static AmazonManagedKafkaEventSourceConfig fromJson(Map<String, Object> json) {
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
   * Builds an {@link AmazonManagedKafkaEventSourceConfig}. A member that is set to null is left
   * out.
   *
   * <p>{@link KafkaEventSourceConfig.Builder} has the setters for the consumer group and the schema
   * registry.
   */
  public static final class Builder extends KafkaEventSourceConfig.Builder<Builder>
      implements CopyableBuilder<Builder, AmazonManagedKafkaEventSourceConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    @Override
    public AmazonManagedKafkaEventSourceConfig build() {
      return new AmazonManagedKafkaEventSourceConfig(values());
    }
  }
}
