package io.github.lambdaesm.mappings;

import io.github.lambdaesm.mappings.MappingFinder.Found;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.validation.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps that ensuring a mapping and applying a plan have in common. */
final class Deployment {
  private final DeployRun run;
  private final Planner planner;
  private final MappingReader reader;
  private final MappingFinder finder;
  private final MappingChanges changes;

  Deployment(DeployRun run, Planner planner) {
    this.run = run;
    this.planner = planner;
    this.reader = new MappingReader(run);
    this.finder = new MappingFinder(run, reader);
    this.changes = new MappingChanges(run);
  }

  DeployRun run() {
    return run;
  }

  MappingReader reader() {
    return reader;
  }

  MappingFinder finder() {
    return finder;
  }

  MappingChanges changes() {
    return changes;
  }

  /** Finds the mapping and plans what has to be done. */
  Plan plan(@Nullable List<EventSourceMappingConfiguration> known) {
    return plan(run.desired(), finder.find(known));
  }

  Plan plan(CreateEventSourceMappingRequest desired, Found found) {
    Plan plan = planner.plan(desired, run.options(), found.mapping(), found.tags());
    List<String> warnings = new ArrayList<>(found.warnings());
    if (plan.action() == PlanAction.REPLACE_REQUIRED && !run.options().isExact()) {
      warnings.addAll(lostByReplacement(plan, found));
    }
    return plan.withWarnings(warnings);
  }

  /** Warns of members whose values a replacement would not have. */
  private List<String> lostByReplacement(Plan plan, Found found) {
    EnsureOptions exactly = run.options().toBuilder().exactly().build();
    Set<String> lost =
        planner.plan(plan.desired(), exactly, found.mapping(), found.tags()).changes().stream()
            .map(MemberChange::member)
            .collect(Collectors.toCollection(TreeSet::new));
    plan.changes().forEach(change -> lost.remove(change.member()));
    return lost.isEmpty()
        ? List.of()
        : List.of(
            "A replacement does not keep the value of %s, because the desired mapping leaves it out"
                .formatted(String.join(", ", lost)));
  }

  /** Plans the comparison of a mapping without its tags. */
  boolean isAsPlanned(Plan plan, EventSourceMappingConfiguration mapping) {
    CreateEventSourceMappingRequest withoutTags = plan.desired().toBuilder().tags(null).build();
    return planner.plan(withoutTags, plan.options(), mapping, null).action() == PlanAction.NONE;
  }

  Replacement replacement(
      EventSourceMappingConfiguration replaced, @Nullable ReplacePolicy policy) {
    return new Replacement(run, reader, changes, planner, replaced, policy);
  }

  /**
   * Fails if the request of a plan is certain to be rejected.
   *
   * @throws InvalidRequestException if so
   */
  static void requireValid(Plan plan) {
    if (plan.violations().stream().anyMatch(Violation::isError)) {
      throw InvalidRequestException.create(
          plan.update() == null ? "CreateEventSourceMapping" : "UpdateEventSourceMapping",
          plan.violations());
    }
  }

  /**
   * Waits for the last change if the options say so.
   *
   * @return null if somebody else has deleted the mapping meanwhile
   */
  @Nullable EnsureResult result(
      EnsureOutcome outcome,
      @Nullable EventSourceMappingConfiguration before,
      EventSourceMappingConfiguration after,
      Plan plan) {
    if (!run.options().awaitsSettled()) {
      return new EnsureResult(outcome, before, after, plan);
    }
    return reader
        .awaitChanged(after)
        .map(settled -> new EnsureResult(outcome, before, settled, plan))
        .orElse(null);
  }
}
