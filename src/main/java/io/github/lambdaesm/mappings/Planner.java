package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.validation.MappingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a desired mapping with the actual one. Makes no call. */
final class Planner {
  private static final String NOT_THERE = "There is no such mapping";

  private final MappingRules rules;

  Planner(MappingRules rules) {
    this.rules = rules;
  }

  /**
   * Makes a plan.
   *
   * @param actual the settled mapping, including what a list omits; null if there is none
   * @param tags the tags of the mapping; null if they were not read because none are desired
   */
  Plan plan(
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      @Nullable EventSourceMappingConfiguration actual,
      @Nullable Map<String, String> tags) {
    return actual == null
        ? planCreate(desired, options)
        : planChange(desired, options, actual, tags);
  }

  /** Returns the mistakes of a desired mapping that can be found without looking at the mapping. */
  List<Violation> errors(CreateEventSourceMappingRequest desired) {
    return DesiredRules.errors(desired, rules);
  }

  private Plan planCreate(CreateEventSourceMappingRequest desired, EnsureOptions options) {
    CreateEventSourceMappingRequest create = CreateRequests.of(desired);
    List<MemberChange> changes = new ArrayList<>();
    for (MemberRule rule : MemberTable.RULES) {
      Object value = rule.isCompared() ? MemberValues.get(create, rule.path()) : null;
      if (value != null) {
        changes.add(
            new MemberChange(rule.path(), null, ValueText.of(value), ChangeKind.SET, NOT_THERE));
      }
    }
    return Plan.builder(PlanAction.CREATE, desired, options)
        .create(create)
        .changes(changes)
        .warnings(PlanWarnings.of(TagChanges.of(desired.tags(), Map.of())))
        .violations(rules.check(create))
        .build();
  }

  private Plan planChange(
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      EventSourceMappingConfiguration actual,
      @Nullable Map<String, String> tags) {
    MappingComparison comparison = new MappingComparison(desired, options, actual);
    List<String> warnings = PlanWarnings.of(actual, comparison.differences());
    TagChanges tagChanges =
        desired.hasTags()
            ? TagChanges.of(desired.tags(), tags == null ? Map.of() : tags)
            : TagChanges.NONE;
    warnings.addAll(PlanWarnings.of(tagChanges));
    Plan.Builder plan;
    if (comparison.requiresReplacement()) {
      KeptMembers kept = new KeptMembers(actual, desired, options);
      warnings.addAll(kept.warnings());
      CreateEventSourceMappingRequest create = CreateRequests.replacing(kept, tags);
      plan =
          Plan.builder(PlanAction.REPLACE_REQUIRED, desired, options)
              .create(create)
              .violations(rules.check(create));
    } else {
      plan = planUpdate(comparison, desired, options, actual, !tagChanges.isEmpty());
    }
    return plan.mapping(actual)
        .changes(comparison.changes())
        .tags(tagChanges)
        .warnings(warnings)
        .build();
  }

  private Plan.Builder planUpdate(
      MappingComparison comparison,
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      EventSourceMappingConfiguration actual,
      boolean changesTags) {
    boolean updates = comparison.requiresUpdate();
    PlanAction action = updates || changesTags ? PlanAction.UPDATE : PlanAction.NONE;
    Plan.Builder plan = Plan.builder(action, desired, options);
    List<Violation> violations = new ArrayList<>();
    if (updates) {
      UpdateEventSourceMappingRequest update = comparison.toUpdate(desired);
      plan.update(update);
      violations.addAll(rules.check(update, actual));
    }
    for (Violation error : errors(desired)) {
      if (violations.stream().noneMatch(each -> each.id().equals(error.id()))) {
        violations.add(error);
      }
    }
    return plan.violations(violations);
  }
}
