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
 * Holds the settings of a mapping that an update can change. Ranges and defaults are those of the
 * Lambda API, version 2015-03-31.
 */
public abstract class EventSourceMappingSettings extends Structure {
  static final Members MEMBERS = Members.create();
  private static final Member<Integer> BATCH_SIZE = MEMBERS.add("BatchSize", Types.INTEGER);
  private static final Member<Integer> MAXIMUM_BATCHING_WINDOW_IN_SECONDS =
      MEMBERS.add("MaximumBatchingWindowInSeconds", Types.INTEGER);
  private static final Member<Integer> PARALLELIZATION_FACTOR =
      MEMBERS.add("ParallelizationFactor", Types.INTEGER);
  private static final Member<Integer> TUMBLING_WINDOW_IN_SECONDS =
      MEMBERS.add("TumblingWindowInSeconds", Types.INTEGER);
  private static final Member<Integer> MAXIMUM_RECORD_AGE_IN_SECONDS =
      MEMBERS.add("MaximumRecordAgeInSeconds", Types.INTEGER);
  private static final Member<Integer> MAXIMUM_RETRY_ATTEMPTS =
      MEMBERS.add("MaximumRetryAttempts", Types.INTEGER);
  private static final Member<Boolean> BISECT_BATCH_ON_FUNCTION_ERROR =
      MEMBERS.add("BisectBatchOnFunctionError", Types.BOOLEAN);
  private static final Member<List<String>> FUNCTION_RESPONSE_TYPES =
      MEMBERS.add("FunctionResponseTypes", Types.listOf(Types.STRING));
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
   * Returns the maximum number of records in each batch.
   *
   * @see Builder#batchSize(Integer)
   */
  public @Nullable Integer batchSize() {
    return get(BATCH_SIZE);
  }

  /**
   * Returns the maximum time to gather records before invoking the function, in seconds.
   *
   * @see Builder#maximumBatchingWindowInSeconds(Integer)
   */
  public @Nullable Integer maximumBatchingWindowInSeconds() {
    return get(MAXIMUM_BATCHING_WINDOW_IN_SECONDS);
  }

  /**
   * Returns the number of batches of one shard that are processed at the same time.
   *
   * @see Builder#parallelizationFactor(Integer)
   */
  public @Nullable Integer parallelizationFactor() {
    return get(PARALLELIZATION_FACTOR);
  }

  /**
   * Returns the length of the tumbling window over which the function aggregates, in seconds.
   *
   * @see Builder#tumblingWindowInSeconds(Integer)
   */
  public @Nullable Integer tumblingWindowInSeconds() {
    return get(TUMBLING_WINDOW_IN_SECONDS);
  }

  /**
   * Returns the maximum age of a record that Lambda sends to the function, in seconds.
   *
   * @see Builder#maximumRecordAgeInSeconds(Integer)
   */
  public @Nullable Integer maximumRecordAgeInSeconds() {
    return get(MAXIMUM_RECORD_AGE_IN_SECONDS);
  }

  /**
   * Returns the maximum number of retries of a failed batch.
   *
   * @see Builder#maximumRetryAttempts(Integer)
   */
  public @Nullable Integer maximumRetryAttempts() {
    return get(MAXIMUM_RETRY_ATTEMPTS);
  }

  /**
   * Returns whether a failed batch is split in two and retried.
   *
   * @see Builder#bisectBatchOnFunctionError(Boolean)
   */
  public @Nullable Boolean bisectBatchOnFunctionError() {
    return get(BISECT_BATCH_ON_FUNCTION_ERROR);
  }

  /** Returns whether {@link #functionResponseTypesAsStrings()} is set, even to an empty list. */
  public boolean hasFunctionResponseTypes() {
    return has(FUNCTION_RESPONSE_TYPES);
  }

  /**
   * Returns the response types that the function uses. Never null; empty if absent.
   *
   * @see Builder#functionResponseTypes(Collection)
   */
  public List<FunctionResponseType> functionResponseTypes() {
    return getEnums(FUNCTION_RESPONSE_TYPES, FunctionResponseType.VALUES);
  }

  /** Returns the response types that the function uses, as the strings of the API. */
  public List<String> functionResponseTypesAsStrings() {
    return getList(FUNCTION_RESPONSE_TYPES);
  }

  /**
   * Returns the filters that decide which records reach the function.
   *
   * @see Builder#filterCriteria(FilterCriteria)
   */
  public @Nullable FilterCriteria filterCriteria() {
    return get(FILTER_CRITERIA);
  }

  /**
   * Returns the ARN of the customer managed KMS key that encrypts the filter criteria.
   *
   * @see Builder#kmsKeyArn(String)
   */
  public @Nullable String kmsKeyArn() {
    return get(KMS_KEY_ARN);
  }

  /**
   * Returns the destination of discarded records.
   *
   * @see Builder#destinationConfig(DestinationConfig)
   */
  public @Nullable DestinationConfig destinationConfig() {
    return get(DESTINATION_CONFIG);
  }

  /** Returns whether {@link #sourceAccessConfigurations()} is set, even to an empty collection. */
  public boolean hasSourceAccessConfigurations() {
    return has(SOURCE_ACCESS_CONFIGURATIONS);
  }

  /**
   * Returns the credentials and network settings that Lambda uses to reach the event source. Never
   * null; empty if absent.
   *
   * @see Builder#sourceAccessConfigurations(Collection)
   */
  public List<SourceAccessConfiguration> sourceAccessConfigurations() {
    return getList(SOURCE_ACCESS_CONFIGURATIONS);
  }

  /**
   * Returns the settings that only Amazon MSK has.
   *
   * @see Builder#amazonManagedKafkaEventSourceConfig(AmazonManagedKafkaEventSourceConfig)
   */
  public @Nullable AmazonManagedKafkaEventSourceConfig amazonManagedKafkaEventSourceConfig() {
    return get(AMAZON_MANAGED_KAFKA_EVENT_SOURCE_CONFIG);
  }

  /**
   * Returns the settings that only self-managed Apache Kafka has.
   *
   * @see Builder#selfManagedKafkaEventSourceConfig(SelfManagedKafkaEventSourceConfig)
   */
  public @Nullable SelfManagedKafkaEventSourceConfig selfManagedKafkaEventSourceConfig() {
    return get(SELF_MANAGED_KAFKA_EVENT_SOURCE_CONFIG);
  }

  /**
   * Returns the database and collection to read, for Amazon DocumentDB.
   *
   * @see Builder#documentDBEventSourceConfig(DocumentDBEventSourceConfig)
   */
  public @Nullable DocumentDBEventSourceConfig documentDBEventSourceConfig() {
    return get(DOCUMENT_DB_EVENT_SOURCE_CONFIG);
  }

  /**
   * Returns the scaling configuration.
   *
   * @see Builder#scalingConfig(ScalingConfig)
   */
  public @Nullable ScalingConfig scalingConfig() {
    return get(SCALING_CONFIG);
  }

  /**
   * Returns the configuration of provisioned mode.
   *
   * @see Builder#provisionedPollerConfig(ProvisionedPollerConfig)
   */
  public @Nullable ProvisionedPollerConfig provisionedPollerConfig() {
    return get(PROVISIONED_POLLER_CONFIG);
  }

  /**
   * Returns the metrics that the mapping publishes.
   *
   * @see Builder#metricsConfig(EventSourceMappingMetricsConfig)
   */
  public @Nullable EventSourceMappingMetricsConfig metricsConfig() {
    return get(METRICS_CONFIG);
  }

  /**
   * Returns what the mapping logs.
   *
   * @see Builder#loggingConfig(EventSourceMappingLoggingConfig)
   */
  public @Nullable EventSourceMappingLoggingConfig loggingConfig() {
    return get(LOGGING_CONFIG);
  }

  /**
   * Sets the members of {@code EventSourceMappingSettings}.
   *
   * @param <B> the builder's own class
   */
  public abstract static class Builder<B extends EventSourceMappingSettings.Builder<B>>
      extends Structure.Builder<B> {
    Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the maximum number of records in each batch.
     *
     * <p>Range: 1 to 10,000; at most 10 for a FIFO queue. Default: 10 for Amazon SQS, 100 for all
     * other event sources. An SQS queue requires a batching window of at least 1 second when the
     * batch size exceeds 10.
     *
     * <p>Cannot be cleared by an update; to restore the default, set it explicitly.
     */
    public B batchSize(@Nullable Integer batchSize) {
      return set(BATCH_SIZE, batchSize);
    }

    /**
     * Sets the maximum time to gather records before invoking the function, in seconds.
     *
     * <p>Range: 0 to 300. Default: 0 for Amazon SQS, Kinesis and DynamoDB Streams; 500 milliseconds
     * for Amazon MSK, self-managed Apache Kafka, Amazon MQ and Amazon DocumentDB. FIFO queues do
     * not support a window, nor does the {@code Queue} consumption mode of self-managed Apache
     * Kafka.
     *
     * <p>An update restores a default of 0 when set to 0. It cannot restore the default of 500
     * milliseconds; recreate the mapping instead.
     */
    public B maximumBatchingWindowInSeconds(@Nullable Integer maximumBatchingWindowInSeconds) {
      return set(MAXIMUM_BATCHING_WINDOW_IN_SECONDS, maximumBatchingWindowInSeconds);
    }

    /**
     * Sets the number of batches of one shard that are processed at the same time.
     *
     * <p>Range: 1 to 10. Default: 1. For Kinesis and DynamoDB Streams. To restore the default by an
     * update, set it to 1.
     */
    public B parallelizationFactor(@Nullable Integer parallelizationFactor) {
      return set(PARALLELIZATION_FACTOR, parallelizationFactor);
    }

    /**
     * Sets the length of the tumbling window over which the function aggregates, in seconds.
     *
     * <p>Range: 0 to 900. Default: 0, no window. For Kinesis and DynamoDB Streams. An update clears
     * it with {@link UpdateEventSourceMappingRequest.Builder#clearTumblingWindowInSeconds()}.
     */
    public B tumblingWindowInSeconds(@Nullable Integer tumblingWindowInSeconds) {
      return set(TUMBLING_WINDOW_IN_SECONDS, tumblingWindowInSeconds);
    }

    /**
     * Sets the maximum age of a record that Lambda sends to the function, in seconds. Older records
     * are discarded.
     *
     * <p>Range: 60 to 604,800, or -1 for no limit. Default: -1. For Kinesis, DynamoDB Streams,
     * Amazon MSK and self-managed Apache Kafka. An update clears it with {@link
     * UpdateEventSourceMappingRequest.Builder#clearMaximumRecordAgeInSeconds()}.
     */
    public B maximumRecordAgeInSeconds(@Nullable Integer maximumRecordAgeInSeconds) {
      return set(MAXIMUM_RECORD_AGE_IN_SECONDS, maximumRecordAgeInSeconds);
    }

    /**
     * Sets the maximum number of retries of a failed batch. Its records are discarded afterwards.
     *
     * <p>Range: 0 to 10,000, or -1 to retry until the records expire. Default: -1; 0 in the {@code
     * Queue} consumption mode of self-managed Apache Kafka. For Kinesis, DynamoDB Streams, Amazon
     * MSK and self-managed Apache Kafka. An update clears it with {@link
     * UpdateEventSourceMappingRequest.Builder#clearMaximumRetryAttempts()}.
     */
    public B maximumRetryAttempts(@Nullable Integer maximumRetryAttempts) {
      return set(MAXIMUM_RETRY_ATTEMPTS, maximumRetryAttempts);
    }

    /**
     * Sets whether to split a failed batch in two and retry both parts.
     *
     * <p>Default: false. For Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache Kafka.
     * To restore the default by an update, set it to false.
     */
    public B bisectBatchOnFunctionError(@Nullable Boolean bisectBatchOnFunctionError) {
      return set(BISECT_BATCH_ON_FUNCTION_ERROR, bisectBatchOnFunctionError);
    }

    /**
     * Sets the response types that the function uses. {@code ReportBatchItemFailures} lets it
     * report which records of a batch failed.
     *
     * <p>At most one. For Amazon SQS, Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache
     * Kafka. To clear them in an update, use {@link
     * UpdateEventSourceMappingRequest.Builder#clearFunctionResponseTypes()}.
     */
    public B functionResponseTypesWithStrings(@Nullable Collection<String> functionResponseTypes) {
      return setList(FUNCTION_RESPONSE_TYPES, functionResponseTypes);
    }

    /**
     * Sets the response types that the function uses. {@code ReportBatchItemFailures} lets it
     * report which records of a batch failed.
     *
     * <p>At most one. For Amazon SQS, Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache
     * Kafka. To clear them in an update, use {@link
     * UpdateEventSourceMappingRequest.Builder#clearFunctionResponseTypes()}.
     */
    public B functionResponseTypesWithStrings(String... functionResponseTypes) {
      return setList(FUNCTION_RESPONSE_TYPES, Arrays.asList(functionResponseTypes));
    }

    /**
     * Sets the response types that the function uses. {@code ReportBatchItemFailures} lets it
     * report which records of a batch failed.
     *
     * <p>At most one. For Amazon SQS, Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache
     * Kafka. To clear them in an update, use {@link
     * UpdateEventSourceMappingRequest.Builder#clearFunctionResponseTypes()}.
     */
    public B functionResponseTypes(
        @Nullable Collection<FunctionResponseType> functionResponseTypes) {
      return setEnums(FUNCTION_RESPONSE_TYPES, functionResponseTypes);
    }

    /**
     * Sets the response types that the function uses. {@code ReportBatchItemFailures} lets it
     * report which records of a batch failed.
     *
     * <p>At most one. For Amazon SQS, Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache
     * Kafka. To clear them in an update, use {@link
     * UpdateEventSourceMappingRequest.Builder#clearFunctionResponseTypes()}.
     */
    public B functionResponseTypes(FunctionResponseType... functionResponseTypes) {
      return setEnums(FUNCTION_RESPONSE_TYPES, Arrays.asList(functionResponseTypes));
    }

    /**
     * Sets the filters that decide which records Lambda sends to the function.
     *
     * <p>For all event sources except Amazon DocumentDB. To clear them in an update, use {@link
     * UpdateEventSourceMappingRequest.Builder#clearFilterCriteria()}.
     */
    public B filterCriteria(@Nullable FilterCriteria filterCriteria) {
      return set(FILTER_CRITERIA, filterCriteria);
    }

    /**
     * Sets the filters that decide which records Lambda sends to the function, configuring it with
     * the given consumer.
     */
    public B filterCriteria(Consumer<FilterCriteria.Builder> filterCriteria) {
      return filterCriteria(FilterCriteria.builder().applyMutation(filterCriteria).build());
    }

    /**
     * Sets the ARN of the customer managed KMS key that encrypts the filter criteria.
     *
     * <p>Default: an AWS owned key. For all event sources with filters. An update clears it with
     * {@link UpdateEventSourceMappingRequest.Builder#clearKmsKeyArn()}.
     */
    public B kmsKeyArn(@Nullable String kmsKeyArn) {
      return set(KMS_KEY_ARN, kmsKeyArn);
    }

    /**
     * Sets the destination of discarded records.
     *
     * <p>For Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache Kafka. Lambda rejects an
     * empty {@code OnFailure}. AWS does not document how an update clears it; see {@link
     * UpdateEventSourceMappingRequest.Builder#clearDestinationConfig()}.
     */
    public B destinationConfig(@Nullable DestinationConfig destinationConfig) {
      return set(DESTINATION_CONFIG, destinationConfig);
    }

    /** Sets the destination of discarded records, configuring it with the given consumer. */
    public B destinationConfig(Consumer<DestinationConfig.Builder> destinationConfig) {
      return destinationConfig(
          DestinationConfig.builder().applyMutation(destinationConfig).build());
    }

    /**
     * Sets the credentials and network settings that Lambda uses to reach the event source.
     *
     * <p>At most 22. Required for self-managed Apache Kafka, Amazon MQ and Amazon DocumentDB;
     * optional for Amazon MSK. To clear them in an update, use {@link
     * UpdateEventSourceMappingRequest.Builder#clearSourceAccessConfigurations()}. An update must
     * not have a {@code VIRTUAL_HOST}.
     */
    public B sourceAccessConfigurations(
        @Nullable Collection<SourceAccessConfiguration> sourceAccessConfigurations) {
      return setList(SOURCE_ACCESS_CONFIGURATIONS, sourceAccessConfigurations);
    }

    /**
     * Sets the credentials and network settings that Lambda uses to reach the event source.
     *
     * <p>At most 22. Required for self-managed Apache Kafka, Amazon MQ and Amazon DocumentDB;
     * optional for Amazon MSK. To clear them in an update, use {@link
     * UpdateEventSourceMappingRequest.Builder#clearSourceAccessConfigurations()}. An update must
     * not have a {@code VIRTUAL_HOST}.
     */
    public B sourceAccessConfigurations(SourceAccessConfiguration... sourceAccessConfigurations) {
      return setList(SOURCE_ACCESS_CONFIGURATIONS, Arrays.asList(sourceAccessConfigurations));
    }

    /**
     * Sets the credentials and network settings that Lambda uses to reach the event source,
     * configuring each with the given consumers.
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
     * Sets the settings that only Amazon MSK has.
     *
     * <p>An update without it, or with an empty one, changes nothing. An update clears the schema
     * registry with {@link
     * UpdateEventSourceMappingRequest.Builder#clearAmazonManagedKafkaSchemaRegistryConfig()}.
     */
    public B amazonManagedKafkaEventSourceConfig(
        @Nullable AmazonManagedKafkaEventSourceConfig amazonManagedKafkaEventSourceConfig) {
      return set(AMAZON_MANAGED_KAFKA_EVENT_SOURCE_CONFIG, amazonManagedKafkaEventSourceConfig);
    }

    /** Sets the settings that only Amazon MSK has, configuring them with the given consumer. */
    public B amazonManagedKafkaEventSourceConfig(
        Consumer<AmazonManagedKafkaEventSourceConfig.Builder> amazonManagedKafkaEventSourceConfig) {
      return amazonManagedKafkaEventSourceConfig(
          AmazonManagedKafkaEventSourceConfig.builder()
              .applyMutation(amazonManagedKafkaEventSourceConfig)
              .build());
    }

    /**
     * Sets the settings that only self-managed Apache Kafka has.
     *
     * <p>An update without it, or with an empty one, changes nothing. An update clears the schema
     * registry with {@link
     * UpdateEventSourceMappingRequest.Builder#clearSelfManagedKafkaSchemaRegistryConfig()}.
     */
    public B selfManagedKafkaEventSourceConfig(
        @Nullable SelfManagedKafkaEventSourceConfig selfManagedKafkaEventSourceConfig) {
      return set(SELF_MANAGED_KAFKA_EVENT_SOURCE_CONFIG, selfManagedKafkaEventSourceConfig);
    }

    /**
     * Sets the settings that only self-managed Apache Kafka has, configuring them with the given
     * consumer.
     */
    public B selfManagedKafkaEventSourceConfig(
        Consumer<SelfManagedKafkaEventSourceConfig.Builder> selfManagedKafkaEventSourceConfig) {
      return selfManagedKafkaEventSourceConfig(
          SelfManagedKafkaEventSourceConfig.builder()
              .applyMutation(selfManagedKafkaEventSourceConfig)
              .build());
    }

    /**
     * Sets the database and collection to read.
     *
     * <p>For Amazon DocumentDB only, which requires it. An update replaces it. How to clear it is
     * not known.
     */
    public B documentDBEventSourceConfig(
        @Nullable DocumentDBEventSourceConfig documentDBEventSourceConfig) {
      return set(DOCUMENT_DB_EVENT_SOURCE_CONFIG, documentDBEventSourceConfig);
    }

    /** Sets the database and collection to read, configuring them with the given consumer. */
    public B documentDBEventSourceConfig(
        Consumer<DocumentDBEventSourceConfig.Builder> documentDBEventSourceConfig) {
      return documentDBEventSourceConfig(
          DocumentDBEventSourceConfig.builder().applyMutation(documentDBEventSourceConfig).build());
    }

    /**
     * Sets the scaling configuration.
     *
     * <p>For Amazon SQS only, and not together with provisioned mode. An update clears it with
     * {@link UpdateEventSourceMappingRequest.Builder#clearScalingConfig()}.
     */
    public B scalingConfig(@Nullable ScalingConfig scalingConfig) {
      return set(SCALING_CONFIG, scalingConfig);
    }

    /** Sets the scaling configuration, configuring it with the given consumer. */
    public B scalingConfig(Consumer<ScalingConfig.Builder> scalingConfig) {
      return scalingConfig(ScalingConfig.builder().applyMutation(scalingConfig).build());
    }

    /**
     * Sets the configuration of provisioned mode.
     *
     * <p>For Amazon SQS, Amazon MSK and self-managed Apache Kafka. Default: Lambda scales the
     * pollers. An empty {@code PollerGroupName} leaves the group. AWS does not document how an
     * update leaves provisioned mode; see {@link
     * UpdateEventSourceMappingRequest.Builder#clearProvisionedPollerConfig()}.
     */
    public B provisionedPollerConfig(@Nullable ProvisionedPollerConfig provisionedPollerConfig) {
      return set(PROVISIONED_POLLER_CONFIG, provisionedPollerConfig);
    }

    /** Sets the configuration of provisioned mode, configuring it with the given consumer. */
    public B provisionedPollerConfig(
        Consumer<ProvisionedPollerConfig.Builder> provisionedPollerConfig) {
      return provisionedPollerConfig(
          ProvisionedPollerConfig.builder().applyMutation(provisionedPollerConfig).build());
    }

    /**
     * Sets the metrics that the mapping publishes.
     *
     * <p>Default: none. An update clears it with {@link
     * UpdateEventSourceMappingRequest.Builder#clearMetricsConfig()}.
     */
    public B metricsConfig(@Nullable EventSourceMappingMetricsConfig metricsConfig) {
      return set(METRICS_CONFIG, metricsConfig);
    }

    /** Sets the metrics that the mapping publishes, configuring it with the given consumer. */
    public B metricsConfig(Consumer<EventSourceMappingMetricsConfig.Builder> metricsConfig) {
      return metricsConfig(
          EventSourceMappingMetricsConfig.builder().applyMutation(metricsConfig).build());
    }

    /**
     * Sets what the mapping logs.
     *
     * <p>For Amazon MSK and self-managed Apache Kafka in provisioned mode. How to clear it is not
     * known.
     */
    public B loggingConfig(@Nullable EventSourceMappingLoggingConfig loggingConfig) {
      return set(LOGGING_CONFIG, loggingConfig);
    }

    /** Sets what the mapping logs, configuring it with the given consumer. */
    public B loggingConfig(Consumer<EventSourceMappingLoggingConfig.Builder> loggingConfig) {
      return loggingConfig(
          EventSourceMappingLoggingConfig.builder().applyMutation(loggingConfig).build());
    }
  }
}
