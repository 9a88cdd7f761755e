package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why Lambda turned a call away with status 429. For event source mappings it is {@link
 * #CALLER_RATE_LIMIT_EXCEEDED}.
 */
public enum ThrottleReason {
  /** Too many invocations at once in the account. */
  CONCURRENT_INVOCATION_LIMIT_EXCEEDED("ConcurrentInvocationLimitExceeded"),

  /** Too many invocations a second of the function. */
  FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED("FunctionInvocationRateLimitExceeded"),

  /** Too many invocations at once for the function's reserved concurrency. */
  RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED(
      "ReservedFunctionConcurrentInvocationLimitExceeded"),

  /** Too many invocations a second for the function's reserved concurrency. */
  RESERVED_FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED("ReservedFunctionInvocationRateLimitExceeded"),

  /** Too many control-plane calls a second in the account and Region. */
  CALLER_RATE_LIMIT_EXCEEDED("CallerRateLimitExceeded"),

  /** Too many snapshots being made at once. */
  CONCURRENT_SNAPSHOT_CREATE_LIMIT_EXCEEDED("ConcurrentSnapshotCreateLimitExceeded"),

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<ThrottleReason> VALUES = new WireValues<>(ThrottleReason.class);

  private final String value;

  ThrottleReason(String value) {
    this.value = value;
  }

  /**
   * The constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable ThrottleReason fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** All constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<ThrottleReason> knownValues() {
    return VALUES.known();
  }

  /** The value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
