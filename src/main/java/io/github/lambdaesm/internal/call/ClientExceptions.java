package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.endpoint.Endpoint;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Creates the client-side exceptions of a call, which say whether it may have taken effect. */
final class ClientExceptions {
  private static final String MAYBE_DONE = " The call may have taken effect.";

  private final String operation;
  private final Timeouts timeouts;

  ClientExceptions(String operation, Timeouts timeouts) {
    this.operation = operation;
    this.timeouts = timeouts;
  }

  /** Adds the operation to the message. An exception of any other class is returned as it is. */
  SdkClientException at(int number, SdkClientException e) {
    return e.getClass() == SdkClientException.class
        ? e.toBuilder().message(operation + ": " + e.rawMessage()).numAttempts(number).build()
        : e;
  }

  SdkClientException noAnswer(int number, Endpoint endpoint, boolean maybeDone, IOException e) {
    String message =
        "%s: no complete answer from %s (%s). %s"
            .formatted(operation, endpoint.uri(), e.getMessage(), NoResponseAdvice.of(endpoint, e));
    return SdkClientException.builder()
        .message(maybeDone ? message + MAYBE_DONE : message)
        .cause(e)
        .numAttempts(number)
        .build();
  }

  /** Creates the exception for an attempt that exceeded its timeout. */
  SdkClientException attemptTimeout(int number, boolean maybeDone) {
    return ApiCallAttemptTimeoutException.builder()
        .message(
            "%s: attempt %d did not end within apiCallAttemptTimeout (%s)."
                    .formatted(operation, number, milliseconds(timeouts.attempt()))
                + (maybeDone ? MAYBE_DONE : ""))
        .numAttempts(number)
        .build();
  }

  /** The time of the whole call is over. */
  SdkClientException callTimeout(int number, boolean maybeDone) {
    return ApiCallTimeoutException.builder()
        .message(
            "%s did not end within apiCallTimeout (%s)."
                    .formatted(operation, milliseconds(timeouts.call()))
                + (maybeDone ? MAYBE_DONE : ""))
        .numAttempts(number)
        .build();
  }

  /** The thread was interrupted. Sets its flag again. */
  SdkClientException interrupted(int number, boolean maybeDone) {
    Thread.currentThread().interrupt();
    return AbortedException.builder()
        .message(operation + " was interrupted." + (maybeDone ? MAYBE_DONE : ""))
        .numAttempts(number)
        .build();
  }

  /** The retry strategy, which may be the user's, threw something of its own. */
  SdkClientException retryStrategyFailed(int number, RuntimeException e) {
    return SdkClientException.builder()
        .message(operation + ": the retry strategy failed: " + e)
        .cause(e)
        .numAttempts(number)
        .build();
  }

  private static String milliseconds(Duration duration) {
    try {
      return duration.toMillis() + " ms";
    } catch (ArithmeticException e) {
      return duration.toSeconds() + " s";
    }
  }
}
