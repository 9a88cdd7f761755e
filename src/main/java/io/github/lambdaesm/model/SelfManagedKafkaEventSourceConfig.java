package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Settings for self-managed Apache Kafka alone. */
public final class SelfManagedKafkaEventSourceConfig extends Structure
    implements ToCopyableBuilder<
        SelfManagedKafkaEventSourceConfig.Builder, SelfManagedKafkaEventSourceConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> CONSUMER_GROUP_ID =
      MEMBERS.add("ConsumerGroupId", Types.STRING);
  private static final Member<KafkaSchemaRegistryConfig> SCHEMA_REGISTRY_CONFIG =
      MEMBERS.add("SchemaRegistryConfig", Types.structure(() -> KafkaSchemaRegistryConfig.SHAPE));

  static final Shape<SelfManagedKafkaEventSourceConfig> SHAPE =
      shape(
          SelfManagedKafkaEventSourceConfig.class, MEMBERS, SelfManagedKafkaEventSourceConfig::new);

  private SelfManagedKafkaEventSourceConfig(Values values) {
    super(values);
  }

  /** The id of the Kafka consumer group to join. */
  public @Nullable String consumerGroupId() {
    return get(CONSUMER_GROUP_ID);
  }

  /** The schema registry. */
  public @Nullable KafkaSchemaRegistryConfig schemaRegistryConfig() {
    return get(SCHEMA_REGISTRY_CONFIG);
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
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, SelfManagedKafkaEventSourceConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the id of the Kafka consumer group to join. 1 to 200 characters, unique among all your
     * Kafka sources. Default: the UUID of the mapping. It cannot be changed later.
     */
    public Builder consumerGroupId(@Nullable String consumerGroupId) {
      return set(CONSUMER_GROUP_ID, consumerGroupId);
    }

    /** Sets the schema registry. Needs provisioned mode. */
    public Builder schemaRegistryConfig(@Nullable KafkaSchemaRegistryConfig schemaRegistryConfig) {
      return set(SCHEMA_REGISTRY_CONFIG, schemaRegistryConfig);
    }

    /** Sets the schema registry, by a builder that is made for you. */
    public Builder schemaRegistryConfig(
        Consumer<KafkaSchemaRegistryConfig.Builder> schemaRegistryConfig) {
      return schemaRegistryConfig(
          KafkaSchemaRegistryConfig.builder().applyMutation(schemaRegistryConfig).build());
    }

    @Override
    public SelfManagedKafkaEventSourceConfig build() {
      return new SelfManagedKafkaEventSourceConfig(values());
    }
  }
}
