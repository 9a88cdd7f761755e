package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines what the response of the function can report about a batch. */
public enum FunctionResponseType {
  /**
   * The function reports the records that failed, and Lambda retries only those. For Amazon SQS,
   * Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache Kafka.
   */
  REPORT_BATCH_ITEM_FAILURES("ReportBatchItemFailures"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * EventSourceMappingSettings#functionResponseTypesAsStrings()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<FunctionResponseType> VALUES =
      new WireValues<>(FunctionResponseType.class);

  private final String value;

  FunctionResponseType(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable FunctionResponseType fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<FunctionResponseType> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
