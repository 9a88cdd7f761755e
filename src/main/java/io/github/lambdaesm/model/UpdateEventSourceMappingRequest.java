package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Changes a mapping. A member that is absent stays as it is; how a member is cleared stands with
 * each of them.
 *
 * <p>The source, the starting position, topics and queues cannot be changed. Tags are changed by
 * the tag operations.
 */
public final class UpdateEventSourceMappingRequest extends EventSourceMappingSettings
    implements LambdaRequest,
        ToCopyableBuilder<
            UpdateEventSourceMappingRequest.Builder, UpdateEventSourceMappingRequest> {
  private static final Members MEMBERS = EventSourceMappingSettings.MEMBERS.extend();
  private static final Member<String> UUID = MEMBERS.addToPath("UUID");
  private static final Member<String> FUNCTION_NAME = MEMBERS.add("FunctionName", Types.STRING);
  private static final Member<Boolean> ENABLED = MEMBERS.add("Enabled", Types.BOOLEAN);

  static final Shape<UpdateEventSourceMappingRequest> SHAPE =
      shape(UpdateEventSourceMappingRequest.class, MEMBERS, UpdateEventSourceMappingRequest::new);

  private UpdateEventSourceMappingRequest(Values values) {
    super(values);
  }

  /**
   * Returns the id of the mapping.
   *
   * @see Builder#uuid(String)
   */
  public @Nullable String uuid() {
    return get(UUID);
  }

  /**
   * Returns the function to invoke.
   *
   * @see Builder#functionName(String)
   */
  public @Nullable String functionName() {
    return get(FUNCTION_NAME);
  }

  /**
   * Returns whether the mapping is enabled.
   *
   * @see Builder#enabled(Boolean)
   */
  public @Nullable Boolean enabled() {
    return get(ENABLED);
  }

  /** For Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static UpdateEventSourceMappingRequest fromJson(Map<String, Object> json) {
    return SHAPE.fromJson(json);
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder(SHAPE.newValues());
  }

  @Override
  public Builder toBuilder() {
    return new Builder(values().toBuilder());
  }

  /** Builds a {@link UpdateEventSourceMappingRequest}. A member set to null is left out. */
  public static final class Builder extends EventSourceMappingSettings.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>,
          CopyableBuilder<Builder, UpdateEventSourceMappingRequest> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the id of the mapping. Required. */
    public Builder uuid(@Nullable String uuid) {
      return set(UUID, uuid);
    }

    /**
     * Sets the function to invoke. A name, an ARN, the ARN of a version or alias, or {@code
     * account:function:name}; at most 256 characters. It can be replaced and not cleared.
     */
    public Builder functionName(@Nullable String functionName) {
      return set(FUNCTION_NAME, functionName);
    }

    /**
     * Sets whether the mapping is enabled. When false, it neither polls nor invokes. It can be
     * switched and not cleared.
     */
    public Builder enabled(@Nullable Boolean enabled) {
      return set(ENABLED, enabled);
    }

    /**
     * Sets the UUID and all settings to those of a mapping, as a get or a list returned it. Setters
     * that are called afterwards override them. An update that is sent unchanged leaves the
     * settings of the mapping as they are.
     *
     * <p>Left out, and so not changed, is what the service returns but rejects in an update: the ID
     * of a Kafka consumer group, the consumption mode of self-managed Apache Kafka, a destination
     * without an address, and all access configurations if one of them is a {@code VIRTUAL_HOST}.
     * The access configurations of a RabbitMQ mapping with a virtual host cannot be changed by an
     * update; recreate the mapping instead. The function and whether the mapping is enabled are
     * left out too.
     *
     * @param mapping to take the settings from
     */
    public Builder from(EventSourceMappingDescription mapping) {
      return setAll(EventSourceMappingSettings.MEMBERS, mapping)
          .uuid(mapping.uuid())
          .destinationConfig(DestinationConfig.withAddresses(mapping.destinationConfig()))
          .sourceAccessConfigurations(sendable(mapping.sourceAccessConfigurations()))
          .amazonManagedKafkaEventSourceConfig(
              sendable(mapping.amazonManagedKafkaEventSourceConfig()))
          .selfManagedKafkaEventSourceConfig(sendable(mapping.selfManagedKafkaEventSourceConfig()));
    }

    /** Without its virtual host, the list would remove it; the list that is left out keeps it. */
    private static @Nullable List<SourceAccessConfiguration> sendable(
        List<SourceAccessConfiguration> configurations) {
      boolean virtualHost =
          configurations.stream().anyMatch(each -> each.type() == SourceAccessType.VIRTUAL_HOST);
      return virtualHost ? null : configurations;
    }

    private static @Nullable AmazonManagedKafkaEventSourceConfig sendable(
        @Nullable AmazonManagedKafkaEventSourceConfig config) {
      return config == null || config.schemaRegistryConfig() == null
          ? null
          : config.toBuilder().consumerGroupId(null).build();
    }

    private static @Nullable SelfManagedKafkaEventSourceConfig sendable(
        @Nullable SelfManagedKafkaEventSourceConfig config) {
      return config == null || config.schemaRegistryConfig() == null
          ? null
          : config.toBuilder().consumerGroupId(null).consumptionMode((String) null).build();
    }

    @Override
    public UpdateEventSourceMappingRequest build() {
      return new UpdateEventSourceMappingRequest(values());
    }
  }
}
