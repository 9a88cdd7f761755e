package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.http.HttpResponse;
import java.time.Duration;

/** The result of one attempt. */
sealed interface AttemptResult<O> {

  /** The attempt succeeded. */
  record Success<O>(O value, HttpResponse response) implements AttemptResult<O> {}

  /**
   * The attempt failed. The request may have taken effect nevertheless.
   *
   * @param retryAfter how long the service asks to wait before a retry; zero if it does not
   */
  record Failed<O>(Attempt attempt, Duration retryAfter) implements AttemptResult<O> {}
}
