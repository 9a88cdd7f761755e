package io.github.lambdaesm.internal.call;

import java.io.IOException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;

/**
 * The type of a failed attempt, which determines whether it is retried. Transport failures and
 * error responses use the same types.
 */
public enum FailureType {
  /** A retry may succeed: there was no complete response, or the service had an internal error. */
  TRANSIENT,
  /** The service asks for fewer calls. */
  THROTTLING,
  /** The service rejected the time of the signature. */
  CLOCK_SKEW,
  /** The service rejected the request. Only a user's own retry strategy retries this. */
  REJECTED,
  /** The client failed or the caller ended the call. Never retried. */
  FINAL;

  private static final Set<String> THROTTLING_CODES =
      Set.of(
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "RequestThrottledException",
          "TooManyRequestsException",
          "ProvisionedThroughputExceededException",
          "TransactionInProgressException",
          "RequestLimitExceeded",
          "BandwidthLimitExceeded",
          "LimitExceededException",
          "RequestThrottled",
          "SlowDown",
          "PriorRequestNotComplete",
          "EC2ThrottledException");
  private static final Set<String> TRANSIENT_CODES =
      Set.of("RequestTimeout", "RequestTimeoutException", "InternalError");
  private static final Set<String> CLOCK_SKEW_CODES =
      Set.of(
          "AuthFailure",
          "InvalidSignatureException",
          "RequestExpired",
          "RequestInTheFuture",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch");
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Set<Integer> TRANSIENT_STATUSES = Set.of(500, 502, 503, 504);

  static FailureType of(Throwable error) {
    if (error instanceof AwsServiceException serviceError) {
      return ofServiceError(serviceError);
    }
    return error instanceof ApiCallAttemptTimeoutException
            || error.getCause() instanceof IOException
        ? TRANSIENT
        : FINAL;
  }

  boolean isRetryable() {
    return this == TRANSIENT || this == THROTTLING || this == CLOCK_SKEW;
  }

  /**
   * Returns whether an error response's code, regardless of its status, says that a retry may
   * succeed.
   */
  static boolean isRetryableByCode(Throwable error) {
    return error instanceof AwsServiceException serviceError && ofCode(serviceError).isRetryable();
  }

  private static FailureType ofCode(AwsServiceException serviceError) {
    AwsErrorDetails details = serviceError.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    if (THROTTLING_CODES.contains(code)) {
      return THROTTLING;
    }
    if (CLOCK_SKEW_CODES.contains(code)) {
      return CLOCK_SKEW;
    }
    return TRANSIENT_CODES.contains(code) ? TRANSIENT : REJECTED;
  }

  /** Classifies an error response by its code, or by its status if the code is not retryable. */
  private static FailureType ofServiceError(AwsServiceException serviceError) {
    FailureType byCode = ofCode(serviceError);
    if (byCode != REJECTED) {
      return byCode;
    }
    if (serviceError.statusCode() == TOO_MANY_REQUESTS) {
      return THROTTLING;
    }
    return TRANSIENT_STATUSES.contains(serviceError.statusCode()) ? TRANSIENT : REJECTED;
  }
}
