package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping cuts records into batches, and how often it tries a batch on which the function
 * fails: a part of its settings. Ranges and defaults are those of the Lambda API, version
 * 2015-03-31.
 */
public abstract class BatchSettings extends Structure {
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

  BatchSettings(Values values) {
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
   * Sets the members of {@code BatchSettings}.
   *
   * @param <B> the builder's own class
   */
  public abstract static class Builder<B extends BatchSettings.Builder<B>>
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
     * <p>Range: 0 to 900. Default: 0, no window. For Kinesis and DynamoDB Streams. To clear it by
     * an update, set it to 0.
     */
    public B tumblingWindowInSeconds(@Nullable Integer tumblingWindowInSeconds) {
      return set(TUMBLING_WINDOW_IN_SECONDS, tumblingWindowInSeconds);
    }

    /**
     * Sets the maximum age of a record that Lambda sends to the function, in seconds. Older records
     * are discarded.
     *
     * <p>Range: 60 to 604,800, or -1 for no limit. Default: -1. For Kinesis, DynamoDB Streams,
     * Amazon MSK and self-managed Apache Kafka. To clear it by an update, set it to -1.
     */
    public B maximumRecordAgeInSeconds(@Nullable Integer maximumRecordAgeInSeconds) {
      return set(MAXIMUM_RECORD_AGE_IN_SECONDS, maximumRecordAgeInSeconds);
    }

    /**
     * Sets the maximum number of retries of a failed batch. Its records are discarded afterwards.
     *
     * <p>Range: 0 to 10,000, or -1 to retry until the records expire. Default: -1; 0 in the {@code
     * Queue} consumption mode of self-managed Apache Kafka. For Kinesis, DynamoDB Streams, Amazon
     * MSK and self-managed Apache Kafka. To clear it by an update, set it to -1.
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
     * Kafka. To clear it by an update, set an empty list.
     */
    public B functionResponseTypesWithStrings(@Nullable Collection<String> functionResponseTypes) {
      return setList(FUNCTION_RESPONSE_TYPES, functionResponseTypes);
    }

    /**
     * Sets the response types that the function uses. {@code ReportBatchItemFailures} lets it
     * report which records of a batch failed.
     *
     * <p>At most one. For Amazon SQS, Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache
     * Kafka. To clear it by an update, set an empty list.
     */
    public B functionResponseTypesWithStrings(String... functionResponseTypes) {
      return setList(FUNCTION_RESPONSE_TYPES, Arrays.asList(functionResponseTypes));
    }

    /**
     * Sets the response types that the function uses. {@code ReportBatchItemFailures} lets it
     * report which records of a batch failed.
     *
     * <p>At most one. For Amazon SQS, Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache
     * Kafka. To clear it by an update, set an empty list.
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
     * Kafka. To clear it by an update, set an empty list.
     */
    public B functionResponseTypes(FunctionResponseType... functionResponseTypes) {
      return setEnums(FUNCTION_RESPONSE_TYPES, Arrays.asList(functionResponseTypes));
    }
  }
}
