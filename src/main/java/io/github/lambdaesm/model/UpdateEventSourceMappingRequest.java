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
 * Changes a mapping. Members that are absent keep their values.
 *
 * <p>{@link Builder} has a {@code clear} method for every member that an update can clear. The
 * other members can only be set to another value; to restore a default, set it explicitly. What is
 * fixed at creation is not a member of this request.
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
   * Returns the UUID of the mapping.
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

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static UpdateEventSourceMappingRequest fromJson(Map<String, Object> json) {
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
   * Builds an {@link UpdateEventSourceMappingRequest}. A member that is set to null is left out.
   *
   * <p>{@link EventSourceMappingSettings.Builder} has the setters for what an update can change,
   * and {@link LambdaRequest.Builder} those for the settings of the call.
   */
  public static final class Builder extends EventSourceMappingSettings.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>,
          CopyableBuilder<Builder, UpdateEventSourceMappingRequest> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the UUID of the mapping. Required. */
    public Builder uuid(@Nullable String uuid) {
      return set(UUID, uuid);
    }

    /**
     * Sets the function to invoke. A name, an ARN, the ARN of a version or alias, or {@code
     * account:function:name}; at most 256 characters. Cannot be cleared.
     */
    public Builder functionName(@Nullable String functionName) {
      return set(FUNCTION_NAME, functionName);
    }

    /**
     * Sets whether the mapping is enabled. If false, Lambda does not poll the event source or
     * invoke the function.
     */
    public Builder enabled(@Nullable Boolean enabled) {
      return set(ENABLED, enabled);
    }

    /** Clears the filters, so that all records reach the function. Sends {@code {}}. */
    public Builder clearFilterCriteria() {
      return filterCriteria(FilterCriteria.builder().build());
    }

    /**
     * Clears the customer managed KMS key, so that an AWS owned key encrypts the filters. Sends an
     * empty string.
     */
    public Builder clearKmsKeyArn() {
      return kmsKeyArn("");
    }

    /**
     * Clears the destination of discarded records. Sends {@code {}}.
     *
     * <p>AWS does not document how to clear it; deployment tools send this.
     */
    public Builder clearDestinationConfig() {
      return destinationConfig(DestinationConfig.builder().build());
    }

    /** Clears the maximum concurrency of an Amazon SQS event source. Sends {@code {}}. */
    public Builder clearScalingConfig() {
      return scalingConfig(ScalingConfig.builder().build());
    }

    /**
     * Leaves provisioned mode, so that Lambda scales the pollers. Sends {@code {}}.
     *
     * <p>AWS does not document how to leave it; the Serverless Framework sends this. A mapping with
     * a schema registry cannot leave provisioned mode.
     */
    public Builder clearProvisionedPollerConfig() {
      return provisionedPollerConfig(ProvisionedPollerConfig.builder().build());
    }

    /** Clears the credentials and network settings of the event source. Sends {@code []}. */
    public Builder clearSourceAccessConfigurations() {
      return sourceAccessConfigurations(List.of());
    }

    /**
     * Clears the response types, so that a failed batch fails as a whole. Sends {@code []}. For
     * Amazon SQS, Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache Kafka.
     */
    public Builder clearFunctionResponseTypes() {
      return functionResponseTypes(List.of());
    }

    /** Clears the metrics, so that the mapping publishes none. Sends {@code {"Metrics":[]}}. */
    public Builder clearMetricsConfig() {
      return metricsConfig(metrics -> metrics.metrics(List.of()));
    }

    /**
     * Clears the schema registry of an Amazon MSK event source. Sends {@code
     * {"SchemaRegistryConfig":{}}}.
     */
    public Builder clearAmazonManagedKafkaSchemaRegistryConfig() {
      return amazonManagedKafkaEventSourceConfig(
          kafka -> kafka.schemaRegistryConfig(KafkaSchemaRegistryConfig.builder().build()));
    }

    /**
     * Clears the schema registry of a self-managed Apache Kafka event source. Sends {@code
     * {"SchemaRegistryConfig":{}}}.
     */
    public Builder clearSelfManagedKafkaSchemaRegistryConfig() {
      return selfManagedKafkaEventSourceConfig(
          kafka -> kafka.schemaRegistryConfig(KafkaSchemaRegistryConfig.builder().build()));
    }

    /** Clears the tumbling window. Sends 0. For Kinesis and DynamoDB Streams. */
    public Builder clearTumblingWindowInSeconds() {
      return tumblingWindowInSeconds(0);
    }

    /**
     * Clears the maximum age of records, so that they are sent however old they are. Sends -1. For
     * Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache Kafka.
     */
    public Builder clearMaximumRecordAgeInSeconds() {
      return maximumRecordAgeInSeconds(-1);
    }

    /**
     * Clears the maximum number of retries, so that a failed batch is retried until its records
     * expire. Sends -1. For Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache Kafka.
     */
    public Builder clearMaximumRetryAttempts() {
      return maximumRetryAttempts(-1);
    }

    /**
     * Sets the UUID and all settings to those of a mapping that a get or a list returned. Setters
     * that are called afterwards override them. An update that is sent unchanged leaves the
     * settings of the mapping as they are.
     *
     * <p>Does not copy what the service returns but rejects in an update: the ID of a Kafka
     * consumer group, the consumption mode of self-managed Apache Kafka, a destination without an
     * address, and all access configurations if one of them is a {@code VIRTUAL_HOST}. The access
     * configurations of a RabbitMQ mapping with a virtual host cannot be changed by an update;
     * recreate the mapping instead. The function and whether the mapping is enabled are left out
     * too.
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

    /** Returns null if there is a virtual host: without it, the list would remove it. */
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
