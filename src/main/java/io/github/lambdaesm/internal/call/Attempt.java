package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.internal.http.RequestBody.Sent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A failed attempt in the history of a call.
 *
 * @param number the number of the attempt, counted from 1
 * @param sent how much of the request was sent
 * @param sentNanos when sending began, by the monotonic clock
 * @param responseNanos when the response began, or else when the attempt ended, by the monotonic
 *     clock
 * @param response the response; null if no complete response was received
 * @param failure the type of the failure, which determines whether to retry
 * @param error the exception to throw if this is the last attempt
 */
public record Attempt(
    int number,
    Sent sent,
    long sentNanos,
    long responseNanos,
    @Nullable HttpResponse response,
    FailureType failure,
    SdkException error) {

  /** Returns the service's time in the response, or null if there is none. */
  public @Nullable Instant serviceTime() {
    return response == null ? null : response.date();
  }

  /** Returns whether the service may have executed the request although the attempt failed. */
  public boolean mayHaveTakenEffect() {
    boolean unclear = failure == FailureType.TRANSIENT || isServerError();
    return unclear && sent.mayBeWhole();
  }

  /**
   * Returns whether the status is any 5xx, because a gateway in front of the service may use its
   * own.
   */
  private boolean isServerError() {
    return error instanceof AwsServiceException serviceError && serviceError.statusCode() >= 500;
  }
}
