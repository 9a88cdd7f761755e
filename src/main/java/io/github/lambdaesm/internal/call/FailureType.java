package io.github.lambdaesm.internal.call;

import java.io.IOException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;

/** What a failed attempt means for the next one. Transport and service take the same path. */
public enum FailureType {
  /** A retry may succeed: no answer, an answer cut short, or trouble inside the service. */
  TRANSIENT,
  /** The service asks for fewer calls. */
  THROTTLING,
  /** The service rejected the time of the signature. */
  CLOCK_SKEW,
  /** The service's answer to the request as it is; only a strategy of the user's tries again. */
  REFUSED,
  /** It failed on this side of the wire, or the caller ended it: there is no further attempt. */
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
    if (error instanceof AwsServiceException answer) {
      return ofAnswer(answer);
    }
    return error instanceof ApiCallAttemptTimeoutException
            || error.getCause() instanceof IOException
        ? TRANSIENT
        : FINAL;
  }

  boolean isRetryable() {
    return this == TRANSIENT || this == THROTTLING || this == CLOCK_SKEW;
  }

  /** Returns whether the code of an answer, whatever its status, says that a retry may succeed. */
  static boolean isRetryableByCode(Throwable error) {
    return error instanceof AwsServiceException answer && ofCode(answer).isRetryable();
  }

  private static FailureType ofCode(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    if (THROTTLING_CODES.contains(code)) {
      return THROTTLING;
    }
    if (CLOCK_SKEW_CODES.contains(code)) {
      return CLOCK_SKEW;
    }
    return TRANSIENT_CODES.contains(code) ? TRANSIENT : REFUSED;
  }

  /** A retryable error code decides by itself; the status counts only without one. */
  private static FailureType ofAnswer(AwsServiceException answer) {
    FailureType byCode = ofCode(answer);
    if (byCode != REFUSED) {
      return byCode;
    }
    if (answer.statusCode() == TOO_MANY_REQUESTS) {
      return THROTTLING;
    }
    return TRANSIENT_STATUSES.contains(answer.statusCode()) ? TRANSIENT : REFUSED;
  }
}
