package io.github.lambdaesm.internal.call;

import static io.github.lambdaesm.internal.http.HttpTransport.MAY_HAVE_TAKEN_EFFECT;

import io.github.lambdaesm.internal.endpoint.Endpoint;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Creates a call's client-side exceptions, whose messages say whether the call may have taken
 * effect.
 */
public final class ClientExceptions {
  private final String operation;
  private final Timeouts timeouts;

  ClientExceptions(String operation, Timeouts timeouts) {
    this.operation = operation;
    this.timeouts = timeouts;
  }

  /**
   * Adds the operation to the message and sets the number of attempts. Returns an exception of a
   * subclass unchanged.
   */
  SdkClientException withOperation(int number, SdkClientException e) {
    return e.getClass() == SdkClientException.class
        ? e.toBuilder().message(operation + ": " + e.rawMessage()).numAttempts(number).build()
        : e;
  }

  /** Creates the exception for an attempt without a complete response. */
  SdkClientException noResponse(
      int number, Endpoint endpoint, boolean mayHaveTakenEffect, IOException e) {
    String message =
        "%s: no complete response from %s (%s). %s"
            .formatted(operation, endpoint.uri(), e.getMessage(), NoResponseAdvice.of(endpoint, e));
    return SdkClientException.builder()
        .message(mayHaveTakenEffect ? message + MAY_HAVE_TAKEN_EFFECT : message)
        .cause(e)
        .numAttempts(number)
        .build();
  }

  /** Creates the exception for an attempt that exceeded its timeout. */
  SdkClientException attemptTimeout(int number, boolean mayHaveTakenEffect) {
    return ApiCallAttemptTimeoutException.builder()
        .message(
            "%s: attempt %d did not end within apiCallAttemptTimeout (%s)."
                    .formatted(operation, number, milliseconds(timeouts.attempt()))
                + (mayHaveTakenEffect ? MAY_HAVE_TAKEN_EFFECT : ""))
        .numAttempts(number)
        .build();
  }

  /** Creates the exception for a call that exceeded its timeout. */
  SdkClientException callTimeout(int number, boolean mayHaveTakenEffect) {
    return ApiCallTimeoutException.builder()
        .message(
            "%s did not end within apiCallTimeout (%s)."
                    .formatted(operation, milliseconds(timeouts.call()))
                + (mayHaveTakenEffect ? MAY_HAVE_TAKEN_EFFECT : ""))
        .numAttempts(number)
        .build();
  }

  SdkClientException interrupted(int number, boolean mayHaveTakenEffect, InterruptedException e) {
    return interrupted(operation, number, mayHaveTakenEffect, e);
  }

  /**
   * Creates the exception for an interrupted thread, and sets the thread's interrupt flag again.
   *
   * @param cause an InterruptedException, or the exception of a call that is part of this one
   */
  public static SdkClientException interrupted(
      String operation, int number, boolean mayHaveTakenEffect, Exception cause) {
    Thread.currentThread().interrupt();
    return AbortedException.builder()
        .message(
            operation + " was interrupted." + (mayHaveTakenEffect ? MAY_HAVE_TAKEN_EFFECT : ""))
        .cause(cause)
        .numAttempts(number)
        .build();
  }

  /**
   * Creates the exception for a retry strategy, possibly the user's own, that threw an exception.
   */
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
