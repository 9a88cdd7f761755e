package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping does with its records: the part of its configuration that can be changed after it
 * was created. Ranges and defaults are those of the Lambda API, version 2015-03-31.
 */
public abstract class EventSourceMappingSettings extends BatchSettings {
  static final Members MEMBERS = BatchSettings.MEMBERS.extend();
  private static final Member<FilterCriteria> FILTER_CRITERIA =
      MEMBERS.add("FilterCriteria", Types.structure(FilterCriteria.class));
  private static final Member<String> KMS_KEY_ARN = MEMBERS.add("KMSKeyArn", Types.STRING);
  private static final Member<DestinationConfig> DESTINATION_CONFIG =
      MEMBERS.add("DestinationConfig", Types.structure(DestinationConfig.class));
  private static final Member<List<SourceAccessConfiguration>> SOURCE_ACCESS_CONFIGURATIONS =
      MEMBERS.add(
          "SourceAccessConfigurations",
          Types.listOf(Types.structure(SourceAccessConfiguration.class)));
  private static final Member<AmazonManagedKafkaEventSourceConfig>
      AMAZON_MANAGED_KAFKA_EVENT_SOURCE_CONFIG =
          MEMBERS.add(
              "AmazonManagedKafkaEventSourceConfig",
              Types.structure(AmazonManagedKafkaEventSourceConfig.class));
  private static final Member<SelfManagedKafkaEventSourceConfig>
      SELF_MANAGED_KAFKA_EVENT_SOURCE_CONFIG =
          MEMBERS.add(
              "SelfManagedKafkaEventSourceConfig",
              Types.structure(SelfManagedKafkaEventSourceConfig.class));
  private static final Member<DocumentDBEventSourceConfig> DOCUMENT_DB_EVENT_SOURCE_CONFIG =
      MEMBERS.add(
          "DocumentDBEventSourceConfig", Types.structure(DocumentDBEventSourceConfig.class));
  private static final Member<ScalingConfig> SCALING_CONFIG =
      MEMBERS.add("ScalingConfig", Types.structure(ScalingConfig.class));
  private static final Member<ProvisionedPollerConfig> PROVISIONED_POLLER_CONFIG =
      MEMBERS.add("ProvisionedPollerConfig", Types.structure(ProvisionedPollerConfig.class));
  private static final Member<EventSourceMappingMetricsConfig> METRICS_CONFIG =
      MEMBERS.add("MetricsConfig", Types.structure(EventSourceMappingMetricsConfig.class));
  private static final Member<EventSourceMappingLoggingConfig> LOGGING_CONFIG =
      MEMBERS.add("LoggingConfig", Types.structure(EventSourceMappingLoggingConfig.class));

  EventSourceMappingSettings(Values values) {
    super(values);
  }

  /**
   * The filters that decide which records reach the function.
   *
   * @see Builder#filterCriteria(FilterCriteria)
   */
  public @Nullable FilterCriteria filterCriteria() {
    return get(FILTER_CRITERIA);
  }

  /**
   * The ARN of the customer managed KMS key that encrypts the filter criteria.
   *
   * @see Builder#kmsKeyArn(String)
   */
  public @Nullable String kmsKeyArn() {
    return get(KMS_KEY_ARN);
  }

  /**
   * Where discarded records go.
   *
   * @see Builder#destinationConfig(DestinationConfig)
   */
  public @Nullable DestinationConfig destinationConfig() {
    return get(DESTINATION_CONFIG);
  }

  /** Whether {@link #sourceAccessConfigurations()} was given, be it empty. */
  public boolean hasSourceAccessConfigurations() {
    return has(SOURCE_ACCESS_CONFIGURATIONS);
  }

  /**
   * The credentials and the network through which Lambda reaches the source. Never null: empty when
   * absent.
   *
   * @see Builder#sourceAccessConfigurations(Collection)
   */
  public List<SourceAccessConfiguration> sourceAccessConfigurations() {
    return getList(SOURCE_ACCESS_CONFIGURATIONS);
  }

  /**
   * Settings for Amazon MSK alone.
   *
   * @see Builder#amazonManagedKafkaEventSourceConfig(AmazonManagedKafkaEventSourceConfig)
   */
  public @Nullable AmazonManagedKafkaEventSourceConfig amazonManagedKafkaEventSourceConfig() {
    return get(AMAZON_MANAGED_KAFKA_EVENT_SOURCE_CONFIG);
  }

  /**
   * Settings for self-managed Apache Kafka alone.
   *
   * @see Builder#selfManagedKafkaEventSourceConfig(SelfManagedKafkaEventSourceConfig)
   */
  public @Nullable SelfManagedKafkaEventSourceConfig selfManagedKafkaEventSourceConfig() {
    return get(SELF_MANAGED_KAFKA_EVENT_SOURCE_CONFIG);
  }

  /**
   * What to read of a DocumentDB cluster.
   *
   * @see Builder#documentDBEventSourceConfig(DocumentDBEventSourceConfig)
   */
  public @Nullable DocumentDBEventSourceConfig documentDBEventSourceConfig() {
    return get(DOCUMENT_DB_EVENT_SOURCE_CONFIG);
  }

  /**
   * How far the mapping scales.
   *
   * @see Builder#scalingConfig(ScalingConfig)
   */
  public @Nullable ScalingConfig scalingConfig() {
    return get(SCALING_CONFIG);
  }

  /**
   * Provisioned mode.
   *
   * @see Builder#provisionedPollerConfig(ProvisionedPollerConfig)
   */
  public @Nullable ProvisionedPollerConfig provisionedPollerConfig() {
    return get(PROVISIONED_POLLER_CONFIG);
  }

  /**
   * The metrics that the mapping publishes.
   *
   * @see Builder#metricsConfig(EventSourceMappingMetricsConfig)
   */
  public @Nullable EventSourceMappingMetricsConfig metricsConfig() {
    return get(METRICS_CONFIG);
  }

  /**
   * What the mapping logs of its own work.
   *
   * @see Builder#loggingConfig(EventSourceMappingLoggingConfig)
   */
  public @Nullable EventSourceMappingLoggingConfig loggingConfig() {
    return get(LOGGING_CONFIG);
  }

  /**
   * Sets what {@code EventSourceMappingSettings} describes.
   *
   * @param <B> the builder's own class
   */
  public abstract static class Builder<B extends EventSourceMappingSettings.Builder<B>>
      extends BatchSettings.Builder<B> {
    Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the filters that decide which records reach the function. Every source but DocumentDB.
     * An update clears it by an empty {@code FilterCriteria}.
     */
    public B filterCriteria(@Nullable FilterCriteria filterCriteria) {
      return set(FILTER_CRITERIA, filterCriteria);
    }

    /**
     * Sets the filters that decide which records reach the function, by a builder that is made for
     * you.
     */
    public B filterCriteria(Consumer<FilterCriteria.Builder> filterCriteria) {
      return filterCriteria(FilterCriteria.builder().applyMutation(filterCriteria).build());
    }

    /**
     * Sets the ARN of the customer managed KMS key that encrypts the filter criteria. Default: a
     * key that AWS owns. Every source that has filters. An update clears it by an empty string.
     */
    public B kmsKeyArn(@Nullable String kmsKeyArn) {
      return set(KMS_KEY_ARN, kmsKeyArn);
    }

    /**
     * Sets where discarded records go. Kinesis and DynamoDB Streams, and lately Amazon MSK and
     * self-managed Apache Kafka. An update clears it by an empty {@code DestinationConfig}; one
     * with an empty {@code OnFailure} is refused.
     */
    public B destinationConfig(@Nullable DestinationConfig destinationConfig) {
      return set(DESTINATION_CONFIG, destinationConfig);
    }

    /** Sets where discarded records go, by a builder that is made for you. */
    public B destinationConfig(Consumer<DestinationConfig.Builder> destinationConfig) {
      return destinationConfig(
          DestinationConfig.builder().applyMutation(destinationConfig).build());
    }

    /**
     * Sets the credentials and the network through which Lambda reaches the source. At most 22.
     * Required for self-managed Apache Kafka, Amazon MQ and DocumentDB; optional for Amazon MSK. An
     * update clears it by an empty list, and must leave out a {@code VIRTUAL_HOST}.
     */
    public B sourceAccessConfigurations(
        @Nullable Collection<SourceAccessConfiguration> sourceAccessConfigurations) {
      return setList(SOURCE_ACCESS_CONFIGURATIONS, sourceAccessConfigurations);
    }

    /**
     * Sets the credentials and the network through which Lambda reaches the source. At most 22.
     * Required for self-managed Apache Kafka, Amazon MQ and DocumentDB; optional for Amazon MSK. An
     * update clears it by an empty list, and must leave out a {@code VIRTUAL_HOST}.
     */
    public B sourceAccessConfigurations(SourceAccessConfiguration... sourceAccessConfigurations) {
      return setList(SOURCE_ACCESS_CONFIGURATIONS, Arrays.asList(sourceAccessConfigurations));
    }

    /**
     * Sets the credentials and the network through which Lambda reaches the source, by a builder
     * that is made for you for each.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final B sourceAccessConfigurations(
        Consumer<SourceAccessConfiguration.Builder>... sourceAccessConfigurations) {
      return setBuilt(
          SOURCE_ACCESS_CONFIGURATIONS,
          SourceAccessConfiguration::builder,
          Arrays.asList(sourceAccessConfigurations));
    }

    /**
     * Sets settings for Amazon MSK alone. An update that leaves it out, or gives it with nothing in
     * it, changes nothing; an empty {@code SchemaRegistryConfig} in it clears that.
     */
    public B amazonManagedKafkaEventSourceConfig(
        @Nullable AmazonManagedKafkaEventSourceConfig amazonManagedKafkaEventSourceConfig) {
      return set(AMAZON_MANAGED_KAFKA_EVENT_SOURCE_CONFIG, amazonManagedKafkaEventSourceConfig);
    }

    /** Sets settings for Amazon MSK alone, by a builder that is made for you. */
    public B amazonManagedKafkaEventSourceConfig(
        Consumer<AmazonManagedKafkaEventSourceConfig.Builder> amazonManagedKafkaEventSourceConfig) {
      return amazonManagedKafkaEventSourceConfig(
          AmazonManagedKafkaEventSourceConfig.builder()
              .applyMutation(amazonManagedKafkaEventSourceConfig)
              .build());
    }

    /**
     * Sets settings for self-managed Apache Kafka alone. An update that leaves it out, or gives it
     * with nothing in it, changes nothing; an empty {@code SchemaRegistryConfig} in it clears that.
     */
    public B selfManagedKafkaEventSourceConfig(
        @Nullable SelfManagedKafkaEventSourceConfig selfManagedKafkaEventSourceConfig) {
      return set(SELF_MANAGED_KAFKA_EVENT_SOURCE_CONFIG, selfManagedKafkaEventSourceConfig);
    }

    /** Sets settings for self-managed Apache Kafka alone, by a builder that is made for you. */
    public B selfManagedKafkaEventSourceConfig(
        Consumer<SelfManagedKafkaEventSourceConfig.Builder> selfManagedKafkaEventSourceConfig) {
      return selfManagedKafkaEventSourceConfig(
          SelfManagedKafkaEventSourceConfig.builder()
              .applyMutation(selfManagedKafkaEventSourceConfig)
              .build());
    }

    /**
     * Sets what to read of a DocumentDB cluster. DocumentDB only, and required there. An update
     * replaces it; no way to clear it is known.
     */
    public B documentDBEventSourceConfig(
        @Nullable DocumentDBEventSourceConfig documentDBEventSourceConfig) {
      return set(DOCUMENT_DB_EVENT_SOURCE_CONFIG, documentDBEventSourceConfig);
    }

    /** Sets what to read of a DocumentDB cluster, by a builder that is made for you. */
    public B documentDBEventSourceConfig(
        Consumer<DocumentDBEventSourceConfig.Builder> documentDBEventSourceConfig) {
      return documentDBEventSourceConfig(
          DocumentDBEventSourceConfig.builder().applyMutation(documentDBEventSourceConfig).build());
    }

    /**
     * Sets how far the mapping scales. Amazon SQS only, and not together with provisioned mode. An
     * update clears it by an empty {@code ScalingConfig}.
     */
    public B scalingConfig(@Nullable ScalingConfig scalingConfig) {
      return set(SCALING_CONFIG, scalingConfig);
    }

    /** Sets how far the mapping scales, by a builder that is made for you. */
    public B scalingConfig(Consumer<ScalingConfig.Builder> scalingConfig) {
      return scalingConfig(ScalingConfig.builder().applyMutation(scalingConfig).build());
    }

    /**
     * Sets provisioned mode. Amazon SQS, Amazon MSK and self-managed Apache Kafka. Default: Lambda
     * scales the pollers itself. No way to clear it in an update is known; an empty {@code
     * PollerGroupName} leaves the group.
     */
    public B provisionedPollerConfig(@Nullable ProvisionedPollerConfig provisionedPollerConfig) {
      return set(PROVISIONED_POLLER_CONFIG, provisionedPollerConfig);
    }

    /** Sets provisioned mode, by a builder that is made for you. */
    public B provisionedPollerConfig(
        Consumer<ProvisionedPollerConfig.Builder> provisionedPollerConfig) {
      return provisionedPollerConfig(
          ProvisionedPollerConfig.builder().applyMutation(provisionedPollerConfig).build());
    }

    /**
     * Sets the metrics that the mapping publishes. Default: none. An update clears it by an empty
     * list of metrics.
     */
    public B metricsConfig(@Nullable EventSourceMappingMetricsConfig metricsConfig) {
      return set(METRICS_CONFIG, metricsConfig);
    }

    /** Sets the metrics that the mapping publishes, by a builder that is made for you. */
    public B metricsConfig(Consumer<EventSourceMappingMetricsConfig.Builder> metricsConfig) {
      return metricsConfig(
          EventSourceMappingMetricsConfig.builder().applyMutation(metricsConfig).build());
    }

    /**
     * Sets what the mapping logs of its own work. Amazon MSK and self-managed Apache Kafka in
     * provisioned mode. No way to clear it in an update is known.
     */
    public B loggingConfig(@Nullable EventSourceMappingLoggingConfig loggingConfig) {
      return set(LOGGING_CONFIG, loggingConfig);
    }

    /** Sets what the mapping logs of its own work, by a builder that is made for you. */
    public B loggingConfig(Consumer<EventSourceMappingLoggingConfig.Builder> loggingConfig) {
      return loggingConfig(
          EventSourceMappingLoggingConfig.builder().applyMutation(loggingConfig).build());
    }
  }
}
