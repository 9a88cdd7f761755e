package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.mappings.MappingFinder.Found;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.validation.InvalidRequestException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The steps that ensuring a mapping and applying a plan have in common. */
final class Deployment {
  private static final int MAX_TAGS = 50;

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

  /** Finds the mapping and plans the changes. */
  Plan plan(@Nullable List<EventSourceMappingConfiguration> known) {
    return plan(run.desired(), finder.find(known));
  }

  /** Plans the changes of a mapping, or a create if the mapping no longer exists. */
  Plan plan(CreateEventSourceMappingRequest desired, Found found) {
    Plan plan = planner.plan(desired, run.options(), found.mapping(), found.tags());
    EventSourceMappingConfiguration mapping = found.mapping();
    boolean replaces =
        plan.action() == PlanAction.REPLACE_REQUIRED && run.options().replace() != null;
    if (replaces && mapping != null && found.tags() == null) {
      // The replacement keeps the tags, too.
      Optional<Map<String, String>> tags = finder.tags(mapping);
      plan =
          planner.plan(desired, run.options(), tags.isEmpty() ? null : mapping, tags.orElse(null));
    }
    return plan.withWarnings(found.warnings());
  }

  /** Returns whether a mapping is as planned, except for its tags. */
  boolean isAsPlanned(Plan plan, EventSourceMappingConfiguration mapping) {
    CreateEventSourceMappingRequest withoutTags = plan.desired().toBuilder().tags(null).build();
    return planner.plan(withoutTags, plan.options(), mapping, null).action() == PlanAction.NONE;
  }

  /** Returns whether a mapping is what the create of a plan makes, except for its tags. */
  boolean isAsCreated(Plan plan, EventSourceMappingConfiguration mapping) {
    CreateEventSourceMappingRequest withoutTags =
        requireNonNull(plan.create()).toBuilder().tags(null).build();
    EnsureOptions withStart =
        plan.options().toBuilder().replace(null).compareStartingPosition().build();
    return planner.plan(withoutTags, withStart, mapping, null).action() == PlanAction.NONE;
  }

  /** Starts the replacement that a plan requires. */
  Replacement replacement(EventSourceMappingConfiguration replaced, Plan plan) {
    requireKnownFilters(replaced, plan);
    requireFewTags(replaced, requireNonNull(plan.create()));
    Replacement replacement = replacement(replaced, plan, plan.options().replace());
    requireValid(replacement.createPlan());
    return replacement;
  }

  /** Resumes a replacement whose plan says where the new mapping starts. */
  Replacement resumed(EventSourceMappingConfiguration replaced, Plan plan) {
    return replacement(replaced, plan, null);
  }

  private Replacement replacement(
      EventSourceMappingConfiguration replaced, Plan plan, @Nullable ReplacePolicy policy) {
    return new Replacement(run, reader, changes, planner, replaced, plan, policy);
  }

  /** A replacement without the filters of the mapping would invoke the function for all records. */
  private static void requireKnownFilters(EventSourceMappingConfiguration replaced, Plan plan) {
    if (replaced.filterCriteriaError() != null
        && plan.desired().filterCriteria() == null
        && !plan.options().isExact()) {
      throw SdkClientException.create(
          "Mapping %s was not replaced, because its filter criteria cannot be read (%s). Allow Lambda"
                  .formatted(
                      PrintedText.of(replaced.uuid()),
                      PrintedText.of(replaced.filterCriteriaError().errorCode()))
              + " to decrypt them, or set FilterCriteria in the desired mapping");
    }
  }

  /** A replacement with more tags would be refused after the deletion. */
  private static void requireFewTags(
      EventSourceMappingConfiguration replaced, CreateEventSourceMappingRequest create) {
    if (create.tags().size() > MAX_TAGS) {
      throw SdkClientException.create(
          "Mapping %s was not replaced, because the new mapping would have %d tags, and Lambda allows %d. Remove some of the desired tags"
              .formatted(PrintedText.of(replaced.uuid()), create.tags().size(), MAX_TAGS));
    }
  }

  /**
   * Checks the desired mapping for mistakes that can be found without looking at the mapping.
   *
   * @throws InvalidRequestException if there are any
   */
  void requirePossible() {
    List<Violation> errors = planner.errors(run.desired());
    if (!errors.isEmpty()) {
      throw InvalidRequestException.create("The desired mapping", errors);
    }
  }

  /**
   * Checks that the request of a plan is not certain to be rejected.
   *
   * @throws InvalidRequestException if it is
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
   * @return null if the mapping was deleted in the meantime
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
