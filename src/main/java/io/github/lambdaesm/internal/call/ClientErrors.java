package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.endpoint.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What is thrown when the service did not have the last word. */
final class ClientErrors {
  private static final String MAYBE_DONE = " The call may have taken effect.";

  private final String operation;
  private final Timeouts timeouts;

  ClientErrors(String operation, Timeouts timeouts) {
    this.operation = operation;
    this.timeouts = timeouts;
  }

  /** Says where it happened; an exception of somebody else's own class stays as it is. */
  SdkClientException at(int number, SdkClientException e) {
    return e.getClass() == SdkClientException.class
        ? e.toBuilder().message(operation + ": " + e.rawMessage()).numAttempts(number).build()
        : e;
  }

  SdkClientException noAnswer(int number, Endpoint endpoint, IOException e) {
    String message =
        "%s: no complete answer from %s (%s). Check the endpoint and the way to it."
            .formatted(operation, endpoint.uri(), e.getMessage());
    return SdkClientException.builder()
        .message(neverLeft(e) ? message : message + MAYBE_DONE)
        .cause(e)
        .numAttempts(number)
        .build();
  }

  /** Whether there was no connection yet that the request could have been sent on. */
  static boolean neverLeft(@Nullable Throwable e) {
    return e != null
        && (e instanceof ConnectException
            || e instanceof UnknownHostException
            || e instanceof SSLHandshakeException
            || neverLeft(e.getCause()));
  }

  SdkClientException attemptTimeout(int number) {
    return ApiCallAttemptTimeoutException.builder()
        .message(
            "%s: attempt %d did not end within apiCallAttemptTimeout (%d ms)."
                    .formatted(operation, number, timeouts.attempt().toMillis())
                + MAYBE_DONE)
        .numAttempts(number)
        .build();
  }

  /** What is thrown when the time of the whole call is over. */
  SdkClientException callTimeout(int number) {
    return ApiCallTimeoutException.builder()
        .message(
            "%s did not end within apiCallTimeout (%d ms)."
                    .formatted(operation, timeouts.call().toMillis())
                + MAYBE_DONE)
        .numAttempts(number)
        .build();
  }

  /** What is thrown when the thread was interrupted; sets its flag again. */
  SdkClientException interrupted(int number) {
    Thread.currentThread().interrupt();
    return AbortedException.builder()
        .message(operation + " was interrupted." + MAYBE_DONE)
        .numAttempts(number)
        .build();
  }
}
