package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.http.HttpResponse;
import java.time.Duration;

/** How one attempt ended. */
sealed interface AttemptResult<O> {

  /** The service did what it was asked to do. */
  record Success<O>(O value, HttpResponse response) implements AttemptResult<O> {}

  /**
   * It did not, or nobody knows.
   *
   * @param retryAfter how long the service asks to be left alone; zero if it does not
   */
  record Failed<O>(Attempt attempt, Duration retryAfter) implements AttemptResult<O> {}
}
