package io.github.lambdaesm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.model.LambdaException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class FailureTypeTest {

  @ParameterizedTest
  @CsvSource({
    "400, Throttling, THROTTLING",
    "400, ThrottlingException, THROTTLING",
    "400, ThrottledException, THROTTLING",
    "400, RequestThrottledException, THROTTLING",
    "429, TooManyRequestsException, THROTTLING",
    "400, ProvisionedThroughputExceededException, THROTTLING",
    "400, TransactionInProgressException, THROTTLING",
    "400, RequestLimitExceeded, THROTTLING",
    "509, BandwidthLimitExceeded, THROTTLING",
    "400, LimitExceededException, THROTTLING",
    "400, RequestThrottled, THROTTLING",
    "503, SlowDown, THROTTLING",
    "400, PriorRequestNotComplete, THROTTLING",
    "502, EC2ThrottledException, THROTTLING",
    "429, , THROTTLING",
    "400, RequestTimeout, TRANSIENT",
    "400, RequestTimeoutException, TRANSIENT",
    "400, InternalError, TRANSIENT",
    "500, ServiceException, TRANSIENT",
    "500, , TRANSIENT",
    "502, , TRANSIENT",
    "503, , TRANSIENT",
    "504, , TRANSIENT",
    "403, SignatureDoesNotMatch, CLOCK_SKEW",
    "403, InvalidSignatureException, CLOCK_SKEW",
    "403, RequestExpired, CLOCK_SKEW",
    "403, RequestInTheFuture, CLOCK_SKEW",
    "403, RequestTimeTooSkewed, CLOCK_SKEW",
    "403, AuthFailure, CLOCK_SKEW",
    "400, InvalidParameterValueException, REJECTED",
    "400, ResourceInUseException, REJECTED",
    "409, ResourceConflictException, REJECTED",
    "404, ResourceNotFoundException, REJECTED",
    "403, AccessDeniedException, REJECTED",
    "403, ExpiredTokenException, REJECTED",
    "307, , REJECTED",
    "501, , REJECTED",
    "505, , REJECTED"
  })
  void classifiesErrorByCodeThenStatus(int status, String code, FailureType expected) {
    AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).build();

    assertThat(
            FailureType.of(
                LambdaException.builder().statusCode(status).awsErrorDetails(details).build()))
        .isEqualTo(expected);
  }

  @Test
  void classifiesErrorWithoutDetailsByStatus() {
    assertThat(FailureType.of(LambdaException.builder().statusCode(503).build()))
        .isEqualTo(FailureType.TRANSIENT);
  }

  @Test
  void classifiesMissingResponseAsTransient() {
    assertThat(FailureType.of(SdkClientException.create("x", new IOException())))
        .isEqualTo(FailureType.TRANSIENT);
    assertThat(FailureType.of(SdkClientException.create("x", new SocketTimeoutException())))
        .isEqualTo(FailureType.TRANSIENT);
    assertThat(FailureType.of(ApiCallAttemptTimeoutException.create(1)))
        .isEqualTo(FailureType.TRANSIENT);
  }

  @Test
  void classifiesClientSideFailureAsFinal() {
    assertThat(FailureType.of(SdkClientException.create("no credentials")))
        .isEqualTo(FailureType.FINAL);
    assertThat(FailureType.of(ApiCallTimeoutException.create(1))).isEqualTo(FailureType.FINAL);
    assertThat(FailureType.of(AbortedException.create("x"))).isEqualTo(FailureType.FINAL);
  }
}
