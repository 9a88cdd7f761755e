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
   * The most records that one invocation receives.
   *
   * @see Builder#batchSize(Integer)
   */
  public @Nullable Integer batchSize() {
    return get(BATCH_SIZE);
  }

  /**
   * The longest time, in seconds, that Lambda gathers records before it invokes the function.
   *
   * @see Builder#maximumBatchingWindowInSeconds(Integer)
   */
  public @Nullable Integer maximumBatchingWindowInSeconds() {
    return get(MAXIMUM_BATCHING_WINDOW_IN_SECONDS);
  }

  /**
   * How many batches of one shard are processed at a time.
   *
   * @see Builder#parallelizationFactor(Integer)
   */
  public @Nullable Integer parallelizationFactor() {
    return get(PARALLELIZATION_FACTOR);
  }

  /**
   * The length, in seconds, of a tumbling window over which the function aggregates.
   *
   * @see Builder#tumblingWindowInSeconds(Integer)
   */
  public @Nullable Integer tumblingWindowInSeconds() {
    return get(TUMBLING_WINDOW_IN_SECONDS);
  }

  /**
   * The age, in seconds, beyond which a record is discarded.
   *
   * @see Builder#maximumRecordAgeInSeconds(Integer)
   */
  public @Nullable Integer maximumRecordAgeInSeconds() {
    return get(MAXIMUM_RECORD_AGE_IN_SECONDS);
  }

  /**
   * How often a failed batch is tried again before its records are discarded.
   *
   * @see Builder#maximumRetryAttempts(Integer)
   */
  public @Nullable Integer maximumRetryAttempts() {
    return get(MAXIMUM_RETRY_ATTEMPTS);
  }

  /**
   * Whether a batch on which the function fails is split in two and tried again.
   *
   * @see Builder#bisectBatchOnFunctionError(Boolean)
   */
  public @Nullable Boolean bisectBatchOnFunctionError() {
    return get(BISECT_BATCH_ON_FUNCTION_ERROR);
  }

  /** Whether {@link #functionResponseTypesAsStrings()} was given, be it empty. */
  public boolean hasFunctionResponseTypes() {
    return has(FUNCTION_RESPONSE_TYPES);
  }

  /**
   * What the function's answer may say about a batch. Never null: empty when absent.
   *
   * @see Builder#functionResponseTypes(Collection)
   */
  public List<FunctionResponseType> functionResponseTypes() {
    return getEnums(FUNCTION_RESPONSE_TYPES, FunctionResponseType.VALUES);
  }

  /** What the function's answer may say about a batch, as the strings of the API. */
  public List<String> functionResponseTypesAsStrings() {
    return getList(FUNCTION_RESPONSE_TYPES);
  }

  /**
   * Sets what {@code BatchSettings} describes.
   *
   * @param <B> the builder's own class
   */
  public abstract static class Builder<B extends BatchSettings.Builder<B>>
      extends Structure.Builder<B> {
    Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the most records that one invocation receives. 1 to 10,000; at most 10 for a FIFO queue.
     * Default: 10 for Amazon SQS, 100 for every other source. For Amazon SQS, more than 10 needs a
     * batching window of at least 1 second. An update cannot clear it: it goes back by the default
     * as a number.
     */
    public B batchSize(@Nullable Integer batchSize) {
      return set(BATCH_SIZE, batchSize);
    }

    /**
     * Sets the longest time, in seconds, that Lambda gathers records before it invokes the
     * function. 0 to 300. Default: 0 for Amazon SQS, Kinesis and DynamoDB Streams; 500 ms for
     * Amazon MSK, self-managed Apache Kafka, Amazon MQ and DocumentDB, which cannot be had again
     * once a number of seconds was set. Not for FIFO queues, nor with the {@code Queue} consumption
     * mode of self-managed Apache Kafka. An update goes back by 0 where that is the default.
     */
    public B maximumBatchingWindowInSeconds(@Nullable Integer maximumBatchingWindowInSeconds) {
      return set(MAXIMUM_BATCHING_WINDOW_IN_SECONDS, maximumBatchingWindowInSeconds);
    }

    /**
     * Sets how many batches of one shard are processed at a time. 1 to 10. Default 1. Kinesis and
     * DynamoDB Streams. An update goes back by 1.
     */
    public B parallelizationFactor(@Nullable Integer parallelizationFactor) {
      return set(PARALLELIZATION_FACTOR, parallelizationFactor);
    }

    /**
     * Sets the length, in seconds, of a tumbling window over which the function aggregates. 0 to
     * 900. Default 0: no window. Kinesis and DynamoDB Streams. An update clears it by 0.
     */
    public B tumblingWindowInSeconds(@Nullable Integer tumblingWindowInSeconds) {
      return set(TUMBLING_WINDOW_IN_SECONDS, tumblingWindowInSeconds);
    }

    /**
     * Sets the age, in seconds, beyond which a record is discarded. 60 to 604,800, or -1 (the
     * default) to discard none. Kinesis and DynamoDB Streams, and lately Amazon MSK and
     * self-managed Apache Kafka. An update clears it by -1.
     */
    public B maximumRecordAgeInSeconds(@Nullable Integer maximumRecordAgeInSeconds) {
      return set(MAXIMUM_RECORD_AGE_IN_SECONDS, maximumRecordAgeInSeconds);
    }

    /**
     * Sets how often a failed batch is tried again before its records are discarded. 0 to 10,000,
     * or -1 (the default) to try until the records expire. Kinesis and DynamoDB Streams, and lately
     * Amazon MSK and self-managed Apache Kafka, whose {@code Queue} consumption mode has 0 as its
     * default. An update clears it by -1.
     */
    public B maximumRetryAttempts(@Nullable Integer maximumRetryAttempts) {
      return set(MAXIMUM_RETRY_ATTEMPTS, maximumRetryAttempts);
    }

    /**
     * Sets whether a batch on which the function fails is split in two and tried again. Default
     * false. Kinesis and DynamoDB Streams, and lately Amazon MSK and self-managed Apache Kafka. An
     * update goes back by false.
     */
    public B bisectBatchOnFunctionError(@Nullable Boolean bisectBatchOnFunctionError) {
      return set(BISECT_BATCH_ON_FUNCTION_ERROR, bisectBatchOnFunctionError);
    }

    /**
     * Sets what the function's answer may say about a batch. At most one. Amazon SQS, Kinesis and
     * DynamoDB Streams, and lately Amazon MSK and self-managed Apache Kafka. An update clears it by
     * an empty list.
     */
    public B functionResponseTypesWithStrings(@Nullable Collection<String> functionResponseTypes) {
      return setList(FUNCTION_RESPONSE_TYPES, functionResponseTypes);
    }

    /**
     * Sets what the function's answer may say about a batch. At most one. Amazon SQS, Kinesis and
     * DynamoDB Streams, and lately Amazon MSK and self-managed Apache Kafka. An update clears it by
     * an empty list.
     */
    public B functionResponseTypesWithStrings(String... functionResponseTypes) {
      return setList(FUNCTION_RESPONSE_TYPES, Arrays.asList(functionResponseTypes));
    }

    /**
     * Sets what the function's answer may say about a batch. At most one. Amazon SQS, Kinesis and
     * DynamoDB Streams, and lately Amazon MSK and self-managed Apache Kafka. An update clears it by
     * an empty list.
     */
    public B functionResponseTypes(
        @Nullable Collection<FunctionResponseType> functionResponseTypes) {
      return setEnums(FUNCTION_RESPONSE_TYPES, functionResponseTypes);
    }

    /**
     * Sets what the function's answer may say about a batch. At most one. Amazon SQS, Kinesis and
     * DynamoDB Streams, and lately Amazon MSK and self-managed Apache Kafka. An update clears it by
     * an empty list.
     */
    public B functionResponseTypes(FunctionResponseType... functionResponseTypes) {
      return setEnums(FUNCTION_RESPONSE_TYPES, Arrays.asList(functionResponseTypes));
    }
  }
}
