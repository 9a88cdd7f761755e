package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the settings for Amazon MSK alone and for self-managed Apache Kafka alone have in common.
 */
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
   * Returns the id of the Kafka consumer group to join.
   *
   * @see Builder#consumerGroupId(String)
   */
  public @Nullable String consumerGroupId() {
    return get(CONSUMER_GROUP_ID);
  }

  /**
   * Returns the schema registry.
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
     * Sets the id of the Kafka consumer group to join. 1 to 200 characters, unique among all your
     * Kafka sources. Default: the UUID of the mapping. It cannot be changed later.
     */
    public B consumerGroupId(@Nullable String consumerGroupId) {
      return set(CONSUMER_GROUP_ID, consumerGroupId);
    }

    /**
     * Sets the schema registry. Needs provisioned mode. In an update, an empty one clears it:
     * {@code schemaRegistryConfig(none -> {})}.
     */
    public B schemaRegistryConfig(@Nullable KafkaSchemaRegistryConfig schemaRegistryConfig) {
      return set(SCHEMA_REGISTRY_CONFIG, schemaRegistryConfig);
    }

    /** Sets the schema registry, configuring it with the given consumer. */
    public B schemaRegistryConfig(
        Consumer<KafkaSchemaRegistryConfig.Builder> schemaRegistryConfig) {
      return schemaRegistryConfig(
          KafkaSchemaRegistryConfig.builder().applyMutation(schemaRegistryConfig).build());
    }
  }
}
