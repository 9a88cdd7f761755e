package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans or ensures each desired mapping of a call that works on many.
 *
 * @param <R> the type of its result
 */
interface BulkStep<R> {
  /**
   * Plans or ensures a mapping.
   *
   * @param name a readable name of the mapping
   * @param known the mappings with the key of the desired one, as a list has just shown them; null
   *     to look them up
   */
  BulkItem<R> run(
      String name,
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      @Nullable List<EventSourceMappingConfiguration> known);

  static BulkStep<Plan> plan(Deployer deployer) {
    return (name, desired, options, known) -> {
      Plan plan = deployer.plan(desired, options, known);
      EventSourceMappingConfiguration mapping = plan.mapping();
      return new BulkItem<>(
          name, mapping == null ? null : mapping.uuid(), outcome(plan.action()), plan, null, null);
    };
  }

  private static BulkOutcome outcome(PlanAction action) {
    return switch (action) {
      case CREATE -> BulkOutcome.TO_CREATE;
      case UPDATE -> BulkOutcome.TO_UPDATE;
      case REPLACE_REQUIRED -> BulkOutcome.REPLACE_REQUIRED;
      case NONE -> BulkOutcome.UNCHANGED;
    };
  }

  static BulkStep<EnsureResult> ensure(Deployer deployer) {
    return (name, desired, options, known) -> {
      EnsureResult result = deployer.ensure(desired, options, known);
      return new BulkItem<>(
          name, result.after().uuid(), outcome(result.outcome()), result, null, null);
    };
  }

  private static BulkOutcome outcome(EnsureOutcome outcome) {
    return switch (outcome) {
      case CREATED -> BulkOutcome.CREATED;
      case UPDATED -> BulkOutcome.UPDATED;
      case UNCHANGED -> BulkOutcome.UNCHANGED;
      case REPLACED -> BulkOutcome.REPLACED;
    };
  }
}
