package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Settings for self-managed Apache Kafka alone. */
public final class SelfManagedKafkaEventSourceConfig extends KafkaEventSourceConfig
    implements ToCopyableBuilder<
        SelfManagedKafkaEventSourceConfig.Builder, SelfManagedKafkaEventSourceConfig> {

  static final Shape<SelfManagedKafkaEventSourceConfig> SHAPE =
      shape(
          SelfManagedKafkaEventSourceConfig.class,
          KafkaEventSourceConfig.MEMBERS,
          SelfManagedKafkaEventSourceConfig::new);

  private SelfManagedKafkaEventSourceConfig(Values values) {
    super(values);
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder(SHAPE.newValues());
  }

  @Override
  public Builder toBuilder() {
    return new Builder(values().toBuilder());
  }

  /** Builds a {@link SelfManagedKafkaEventSourceConfig}. A member set to null is left out. */
  public static final class Builder extends KafkaEventSourceConfig.Builder<Builder>
      implements CopyableBuilder<Builder, SelfManagedKafkaEventSourceConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    @Override
    public SelfManagedKafkaEventSourceConfig build() {
      return new SelfManagedKafkaEventSourceConfig(values());
    }
  }
}
