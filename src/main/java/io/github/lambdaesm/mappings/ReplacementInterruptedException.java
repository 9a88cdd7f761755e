package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown when the replacement of a mapping ended after its deletion had begun and before the
 * replacement was created. The cause says why.
 *
 * <p>Apply {@link #plan()} to create the replacement where it would have started. Ensuring the
 * mapping again also creates it, but at the starting position of the desired mapping.
 */
public final class ReplacementInterruptedException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  private final transient Plan plan;

  ReplacementInterruptedException(String uuid, Plan plan, RuntimeException cause) {
    super(
        SdkClientException.builder()
            .message(
                "Mapping %s is deleted or being deleted, but its replacement was not created: %s."
                        .formatted(uuid, PrintedText.of(cause))
                    + " Apply the plan of this exception to create it where it would have started,"
                    + " or ensure the mapping again to create it where the desired mapping starts.")
            .cause(cause));
    this.plan = plan;
  }

  /** Returns the plan that completes the replacement. Null after serialization. */
  public Plan plan() {
    return plan;
  }
}
