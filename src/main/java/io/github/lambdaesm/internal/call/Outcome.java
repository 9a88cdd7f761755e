package io.github.lambdaesm.internal.call;

import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;

/** How one attempt ended. */
sealed interface Outcome<O> {

  /** The service did what it was asked to do. */
  record Success<O>(O value) implements Outcome<O> {}

  /**
   * It did not, or nobody knows.
   *
   * @param error what is thrown if this attempt was the last
   * @param kind what it means for another attempt
   * @param retryAfter how long the service asks to be left alone; zero if it does not
   */
  record Failed<O>(SdkException error, Failure kind, Duration retryAfter) implements Outcome<O> {
    Failed(SdkException error, Failure kind) {
      this(error, kind, Duration.ZERO);
    }
  }
}
