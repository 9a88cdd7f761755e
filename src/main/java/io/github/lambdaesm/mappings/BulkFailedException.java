package io.github.lambdaesm.mappings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown by {@link BulkResult#throwIfFailed} if at least one mapping failed. The cause is the error
 * of the first one; the errors of up to nine more are suppressed exceptions.
 */
public final class BulkFailedException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 3;
  private static final int ATTACHED = 10;

  private BulkFailedException(String message, @Nullable Throwable cause) {
    super(SdkClientException.builder().message(message).cause(cause));
  }

  static <R> BulkFailedException of(List<BulkItem<R>> failures, int total) {
    StringBuilder message =
        new StringBuilder(failures.size() + " of " + BulkResult.mappings(total) + " failed:");
    failures.stream().limit(SHOWN).forEach(item -> message.append("\n- ").append(item));
    if (failures.size() > SHOWN) {
      message.append("\n- and " + (failures.size() - SHOWN) + " more");
    }
    BulkFailedException exception =
        new BulkFailedException(message.toString(), failures.get(0).exception());
    failures.stream()
        .limit(ATTACHED)
        .skip(1)
        .map(BulkItem::exception)
        .filter(each -> each != null)
        .forEach(exception::addSuppressed);
    return exception;
  }

  /** Returns false: whether a retry helps depends on the error of each mapping. */
  @Override
  public boolean retryable() {
    return false;
  }
}
