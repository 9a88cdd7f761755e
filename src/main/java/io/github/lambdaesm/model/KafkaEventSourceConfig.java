package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Configures settings that Amazon MSK and self-managed Apache Kafka have in common. */
public abstract class KafkaEventSourceConfig extends Structure {
  static final Members MEMBERS = Members.create();
  private static final Member<String> CONSUMER_GROUP_ID =
      MEMBERS.add("ConsumerGroupId", Types.STRING);
  private static final Member<KafkaSchemaRegistryConfig> SCHEMA_REGISTRY_CONFIG =
      MEMBERS.add("SchemaRegistryConfig", Types.structure(KafkaSchemaRegistryConfig.class));

  KafkaEventSourceConfig(Values values) {
    super(values);
  }

  /**
   * Returns the ID of the Kafka consumer group.
   *
   * @see Builder#consumerGroupId(String)
   */
  public @Nullable String consumerGroupId() {
    return get(CONSUMER_GROUP_ID);
  }

  /**
   * Returns the configuration of the schema registry.
   *
   * @see Builder#schemaRegistryConfig(KafkaSchemaRegistryConfig)
   */
  public @Nullable KafkaSchemaRegistryConfig schemaRegistryConfig() {
    return get(SCHEMA_REGISTRY_CONFIG);
  }

  /**
   * Sets the members of {@code KafkaEventSourceConfig}.
   *
   * @param <B> the builder's own class
   */
  public abstract static class Builder<B extends KafkaEventSourceConfig.Builder<B>>
      extends Structure.Builder<B> {
    Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the ID of the Kafka consumer group that Lambda joins.
     *
     * <p>1 to 200 characters, unique among all your Kafka event sources. Default: the UUID of the
     * mapping. An update cannot change it.
     */
    public B consumerGroupId(@Nullable String consumerGroupId) {
      return set(CONSUMER_GROUP_ID, consumerGroupId);
    }

    /**
     * Sets the configuration of the schema registry, against which Lambda validates records.
     *
     * <p>Requires provisioned mode. Default: none. To clear it by an update, set an empty one:
     * {@code schemaRegistryConfig(empty -> {})}.
     */
    public B schemaRegistryConfig(@Nullable KafkaSchemaRegistryConfig schemaRegistryConfig) {
      return set(SCHEMA_REGISTRY_CONFIG, schemaRegistryConfig);
    }

    /** Sets the configuration of the schema registry, configuring it with the given consumer. */
    public B schemaRegistryConfig(
        Consumer<KafkaSchemaRegistryConfig.Builder> schemaRegistryConfig) {
      return schemaRegistryConfig(
          KafkaSchemaRegistryConfig.builder().applyMutation(schemaRegistryConfig).build());
    }
  }
}
