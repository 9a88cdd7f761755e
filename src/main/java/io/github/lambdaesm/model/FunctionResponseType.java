package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the function's answer may tell Lambda about a batch. */
public enum FunctionResponseType {
  /**
   * The function names the records that failed, and only those are tried again. Amazon SQS,
   * Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache Kafka.
   */
  REPORT_BATCH_ITEM_FAILURES("ReportBatchItemFailures"),

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<FunctionResponseType> VALUES =
      new WireValues<>(FunctionResponseType.class);

  private final String value;

  FunctionResponseType(String value) {
    this.value = value;
  }

  /**
   * The constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable FunctionResponseType fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** All constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<FunctionResponseType> knownValues() {
    return VALUES.known();
  }

  /** The value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
