package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The result of ensuring a mapping or applying a plan.
 *
 * @param outcome what was done
 * @param before the mapping before the call; null if there was none
 * @param after the mapping after the call, according to the last response. Its last change may
 *     still be in progress, unless {@link EnsureOptions.Builder#awaitSettled} was set
 * @param plan the plan that was applied
 */
public record EnsureResult(
    EnsureOutcome outcome,
    @Nullable EventSourceMappingConfiguration before,
    EventSourceMappingConfiguration after,
    Plan plan) {

  /**
   * Returns the outcome, the UUID of the mapping, and the plan as readable lines. Hides possible
   * secrets. The format may change.
   */
  @Override
  public String toString() {
    return "%s %s\n%s".formatted(outcome, PrintedText.of(after.uuid()), plan);
  }
}
