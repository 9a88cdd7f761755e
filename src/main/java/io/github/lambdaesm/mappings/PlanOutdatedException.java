package io.github.lambdaesm.mappings;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown instead of applying a plan if the mapping has changed since the plan was made. Make another
 * plan.
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

  /** Returns false: the same plan would be refused again. */
  @Override
  public boolean retryable() {
    return false;
  }
}
