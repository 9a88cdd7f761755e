package io.github.lambdaesm.mappings;

import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown when a mapping must be deleted and created again to become as desired, but no {@link
 * ReplacePolicy} is set. Nothing was changed.
 */
public final class ReplacementRequiredException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  private final transient Plan plan;

  ReplacementRequiredException(Plan plan) {
    super(
        SdkClientException.builder()
            .message(
                "The mapping must be deleted and created again to become as desired. Nothing was"
                    + " changed. Set the option replace to allow this, or change the desired"
                    + " mapping:\n"
                    + plan));
    this.plan = plan;
  }

  /** Returns the plan, which says why. Null after serialization. */
  public Plan plan() {
    return plan;
  }

  /** Returns false: a retry does not help. */
  @Override
  public boolean retryable() {
    return false;
  }
}
