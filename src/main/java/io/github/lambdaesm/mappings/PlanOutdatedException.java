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

  /**
   * @param reason why the plan cannot be applied, as a clause
   * @param doneBefore what was changed before, as a sentence after a space; empty if nothing was
   */
  PlanOutdatedException(Plan plan, String reason, String doneBefore, @Nullable Throwable cause) {
    super(
        SdkClientException.builder()
            .message(
                "The plan was %s, because %s.%s Make another plan."
                    .formatted(
                        doneBefore.isEmpty() ? "not applied" : "applied only in part",
                        reason,
                        doneBefore))
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
