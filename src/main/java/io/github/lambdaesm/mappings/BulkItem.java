package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import org.jspecify.annotations.Nullable;

/**
 * The result for one mapping of a call that works on many.
 *
 * @param name a readable name of the mapping: its UUID, or its event source and its function
 * @param uuid the UUID of the mapping; null if it is not known
 * @param outcome what was done
 * @param result the mapping, plan or {@link EnsureResult} that the call returns; null after an
 *     error, and for a mapping that was never seen
 * @param reason the reason for the outcome, as a sentence without a period at the end; null if the
 *     outcome needs no reason
 * @param exception the error; null if there was none
 * @param <R> the type of the result
 */
public record BulkItem<R>(
    String name,
    @Nullable String uuid,
    BulkOutcome outcome,
    @Nullable R result,
    @Nullable String reason,
    @Nullable RuntimeException exception) {

  /** Returns whether the mapping failed with an error. */
  public boolean isFailure() {
    return exception != null;
  }

  /** Returns one readable line: the name, the outcome, and the error or the reason. */
  @Override
  public String toString() {
    String line = PrintedText.of(name) + ": " + outcome;
    if (exception != null) {
      return line + " (" + PrintedText.wholeOf(exception) + ")";
    }
    return reason == null ? line : line + " (" + reason + ")";
  }
}
