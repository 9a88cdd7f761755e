package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call for many mappings, for one of them.
 *
 * @param name the mapping, for a person: its UUID, or its event source and its function
 * @param uuid the UUID of the mapping; null if it is not known
 * @param outcome what was done
 * @param result the mapping, plan or {@link EnsureResult} that the call returns; null after an
 *     error, and for a mapping that was never seen
 * @param reason why, in one sentence without a period at the end; null where the outcome says it
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

  /** Returns whether there was an error. */
  public boolean isFailure() {
    return exception != null;
  }

  /** Returns a line for a person. */
  @Override
  public String toString() {
    String line = PrintedText.of(name) + ": " + outcome;
    if (exception != null) {
      return line + " (" + PrintedText.of(exception) + ")";
    }
    return reason == null ? line : line + " (" + reason + ")";
  }
}
