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
 * @param number counted from 1
 * @param sent how much of the request was sent
 * @param sentNanos when the sending began, by the stopwatch
 * @param answeredNanos when the response began, by the stopwatch, or else when the attempt ended
 * @param response what was received; null if none was received whole
 * @param failure what the failure means for another attempt
 * @param error what is thrown if this is the last attempt
 */
public record Attempt(
    int number,
    Sent sent,
    long sentNanos,
    long answeredNanos,
    @Nullable HttpResponse response,
    FailureType failure,
    SdkException error) {

  /** Returns when the service answered, by its own clock; null if it did not say. */
  public @Nullable Instant serviceTime() {
    return response == null ? null : response.date();
  }

  /** Returns whether the service may have executed the request, although the attempt failed. */
  public boolean mayHaveTakenEffect() {
    boolean unclear = failure == FailureType.TRANSIENT || isServerError();
    return unclear && sent.mayBeWhole();
  }

  /** A gateway before the service has statuses of its own. */
  private boolean isServerError() {
    return error instanceof AwsServiceException answer && answer.statusCode() >= 500;
  }
}
