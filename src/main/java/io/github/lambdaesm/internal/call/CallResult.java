package io.github.lambdaesm.internal.call;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** How a call ended, and what happened in the attempts that failed. */
public sealed interface CallResult<O> {

  /** Returns the value of the call, or throws its error. */
  O orThrow();

  /**
   * The call succeeded.
   *
   * @param failed the attempts before the one that succeeded
   */
  record Success<O>(O value, List<Attempt> failed) implements CallResult<O> {
    @Override
    public O orThrow() {
      return value;
    }
  }

  /**
   * The call failed.
   *
   * @param error of the last attempt, or of the wait for the next one
   * @param attempts all of them
   */
  record Failed<O>(SdkException error, List<Attempt> attempts) implements CallResult<O> {
    @Override
    public O orThrow() {
      throw error;
    }
  }
}
