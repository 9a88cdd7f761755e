package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.time.Deadline;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** The result of a call, including its failed attempts. */
public sealed interface CallResult<O> {

  /** Returns the value of the call, or throws its exception. */
  O orThrow();

  /**
   * The call succeeded.
   *
   * @param failed the failed attempts before the successful one
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
   * @param error the exception of the last attempt, or the timeout or interrupt during the delay
   *     that followed
   * @param attempts all attempts
   * @param deadline the deadline of the call
   */
  record Failed<O>(SdkException error, List<Attempt> attempts, Deadline deadline)
      implements CallResult<O> {
    @Override
    public O orThrow() {
      throw error;
    }
  }
}
