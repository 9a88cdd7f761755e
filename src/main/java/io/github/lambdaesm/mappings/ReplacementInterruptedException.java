package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown when the replacement of a mapping ended after its first change, for example its deletion,
 * and before the create of the replacement succeeded. The cause says why.
 *
 * <p>Apply {@link #plan()} to create the replacement where it would have started. Ensuring the
 * mapping again also creates it, but at the starting position of the desired mapping.
 */
public final class ReplacementInterruptedException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  private static final String COMPLETE =
      "Apply the plan of this exception to complete the replacement, or ensure the mapping again";

  private final transient Plan plan;

  private ReplacementInterruptedException(
      String situation, String remedy, Plan plan, RuntimeException cause) {
    super(
        SdkClientException.builder()
            .message("%s: %s. %s.".formatted(situation, PrintedText.of(cause), remedy))
            .cause(cause));
    this.plan = plan;
  }

  /** Returns the exception after the mapping was disabled. */
  static ReplacementInterruptedException disabled(
      @Nullable String uuid, Plan plan, RuntimeException cause) {
    return new ReplacementInterruptedException(
        "Mapping %s may be disabled, because its replacement ended before its deletion"
            .formatted(PrintedText.of(uuid)),
        COMPLETE,
        plan,
        cause);
  }

  /** Creates the exception for a failure after the deletion of the mapping has begun. */
  static ReplacementInterruptedException deleting(
      @Nullable String uuid, Plan plan, RuntimeException cause) {
    return new ReplacementInterruptedException(
        "Mapping %s is deleted or being deleted, but the create of its replacement did not succeed"
            .formatted(PrintedText.of(uuid)),
        "Apply the plan of this exception to create the replacement where it would have started,"
            + " or ensure the mapping again to create it where the desired mapping starts",
        plan,
        cause);
  }

  /** Returns the exception if it is not known how far the replacement went. */
  static ReplacementInterruptedException incomplete(
      @Nullable String uuid, Plan plan, RuntimeException cause) {
    return new ReplacementInterruptedException(
        "The replacement of mapping %s may be incomplete".formatted(PrintedText.of(uuid)),
        COMPLETE,
        plan,
        cause);
  }

  /** Returns the plan that completes the replacement. Null after serialization. */
  public Plan plan() {
    return plan;
  }
}
