package io.github.lambdaesm.mappings;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown when a plan cannot be applied because the mapping has changed since it was made. Make
 * another plan.
 */
public final class PlanOutdatedException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  private final transient Plan plan;

  PlanOutdatedException(Plan plan, String reason, @Nullable Throwable cause) {
    super(
        SdkClientException.builder()
            .message("The plan was not applied, because " + reason + ". Make another plan.")
            .cause(cause));
    this.plan = plan;
  }

  /** Returns the plan. Null after serialization. */
  public Plan plan() {
    return plan;
  }

  /** Returns false: the same plan would fail again. */
  @Override
  public boolean retryable() {
    return false;
  }
}
