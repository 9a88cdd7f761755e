package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans, ensures or applies each mapping of a call that works on many.
 *
 * @param <R> the type of its result
 */
interface BulkStep<R> {
  /**
   * Plans, ensures or applies a mapping.
   *
   * @param position the position of the desired mapping or plan
   * @param name a readable name of the mapping
   * @param remaining the time that is left for it
   * @param known the mappings with the key of the desired one, and those of other streams of the
   *     same table, as a list has just shown them; null to look them up
   */
  BulkItem<R> run(
      int position,
      String name,
      Duration remaining,
      @Nullable List<EventSourceMappingConfiguration> known);

  static BulkStep<Plan> plan(
      Deployer deployer, List<CreateEventSourceMappingRequest> desired, EnsureOptions options) {
    return (position, name, remaining, known) -> {
      Plan plan = deployer.plan(desired.get(position), options.limitedTo(remaining), known);
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

  static BulkStep<EnsureResult> ensure(
      Deployer deployer, List<CreateEventSourceMappingRequest> desired, EnsureOptions options) {
    return (position, name, remaining, known) ->
        item(name, deployer.ensure(desired.get(position), options.limitedTo(remaining), known));
  }

  static BulkStep<EnsureResult> apply(Deployer deployer, List<Plan> plans) {
    return (position, name, remaining, known) ->
        item(name, deployer.apply(plans.get(position).withinTimeout(remaining)));
  }

  private static BulkItem<EnsureResult> item(String name, EnsureResult result) {
    return new BulkItem<>(
        name, result.after().uuid(), outcome(result.outcome()), result, null, null);
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
