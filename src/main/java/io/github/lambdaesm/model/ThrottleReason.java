package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Defines why Lambda throttled a call (HTTP 429). For event source mappings it is {@link
 * #CALLER_RATE_LIMIT_EXCEEDED}.
 */
public enum ThrottleReason {
  /** Too many concurrent invocations in the account. */
  CONCURRENT_INVOCATION_LIMIT_EXCEEDED("ConcurrentInvocationLimitExceeded"),

  /** Too many invocations of the function per second. */
  FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED("FunctionInvocationRateLimitExceeded"),

  /** Too many concurrent invocations for the function's reserved concurrency. */
  RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED(
      "ReservedFunctionConcurrentInvocationLimitExceeded"),

  /** Too many invocations per second for the function's reserved concurrency. */
  RESERVED_FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED("ReservedFunctionInvocationRateLimitExceeded"),

  /** Too many control-plane calls per second in the account and Region. */
  CALLER_RATE_LIMIT_EXCEEDED("CallerRateLimitExceeded"),

  /** Too many snapshots that are being created at the same time. */
  CONCURRENT_SNAPSHOT_CREATE_LIMIT_EXCEEDED("ConcurrentSnapshotCreateLimitExceeded"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * TooManyRequestsException#reasonAsString()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<ThrottleReason> VALUES = new WireValues<>(ThrottleReason.class);

  private final String value;

  ThrottleReason(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable ThrottleReason fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<ThrottleReason> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
