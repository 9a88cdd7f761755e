package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.mappings.MappingFinder.Found;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans and acts until the mapping is as desired.
 *
 * <p>Each round reads the mapping again, so changes by other callers do no harm. A round that could
 * not act pauses before the next one, so the loop ends by the deadline.
 */
final class EnsureLoop {
  private static final int MAX_CONFLICTS = 3;
  private static final int MAX_NOT_FOUND = 2;

  private final Deployment deployment;
  private final DeployRun run;
  private @Nullable EventSourceMappingConfiguration before;
  private @Nullable Replacement replacement;
  private @Nullable Plan replacementPlan;
  private @Nullable String createdUuid;
  private boolean hasUpdated;
  private EnsureOutcome outcome = EnsureOutcome.UNCHANGED;
  private int conflicts;
  private int notFound;
  private int pauses;

  EnsureLoop(Deployment deployment) {
    this.deployment = deployment;
    this.run = deployment.run();
  }

  /**
   * Ensures the mapping.
   *
   * @param known the mappings with the key that a list has just shown; null to look them up
   */
  EnsureResult run(@Nullable List<EventSourceMappingConfiguration> known) {
    deployment.requirePossible();
    try {
      EnsureResult result = round(known);
      while (result == null) {
        result = round(null);
      }
      return result;
    } catch (RuntimeException e) {
      throw replacement == null ? e : replacement.interrupted(e);
    }
  }

  /** Returns null if another round is needed. */
  private @Nullable EnsureResult round(@Nullable List<EventSourceMappingConfiguration> known) {
    Found found = deployment.finder().find(known);
    EventSourceMappingConfiguration mapping = found.mapping();
    if (mapping == null) {
      return create(deployment.plan(toCreate(), found));
    }
    if (before != null && isAnother(mapping)) {
      startOver();
    }
    // Not what a replacement keeps: another caller may have set it since.
    Plan plan = deployment.plan(run.desired(), found);
    if (before == null && outcome != EnsureOutcome.CREATED) {
      before = mapping;
    }
    return switch (plan.action()) {
      case CREATE -> goneMeanwhile(mapping);
      case NONE -> unchanged(mapping, plan);
      case REPLACE_REQUIRED -> replace(mapping, plan);
      default -> update(mapping, plan);
    };
  }

  /** Returns whether the mapping is neither the one that was found first nor one created since. */
  private boolean isAnother(EventSourceMappingConfiguration mapping) {
    return outcome != EnsureOutcome.REPLACED
        && !Objects.equals(mapping.uuid(), requireNonNull(before).uuid());
  }

  private @Nullable EnsureResult goneMeanwhile(EventSourceMappingConfiguration mapping) {
    run.pause(pauses++, "mapping %s cannot be read".formatted(PrintedText.of(mapping.uuid())));
    return null;
  }

  private CreateEventSourceMappingRequest toCreate() {
    return replacement == null ? run.desired() : replacement.request();
  }

  private EnsureResult unchanged(EventSourceMappingConfiguration mapping, Plan plan) {
    boolean isReplaced = outcome == EnsureOutcome.REPLACED;
    return new EnsureResult(
        outcome, before, mapping, isReplaced ? requireNonNull(replacementPlan) : plan);
  }

  private @Nullable EnsureResult create(Plan plan) {
    Deployment.requireValid(plan);
    EventSourceMappingConfiguration created;
    try {
      created = deployment.changes().create(requireNonNull(plan.create()));
    } catch (ResourceConflictException e) {
      adopt(e);
      return null;
    }
    createdUuid = created.uuid();
    recordCreated();
    return deployment.result(
        outcome, before, created, replacementPlan == null ? plan : replacementPlan);
  }

  private void recordCreated() {
    if (replacement == null) {
      outcome = EnsureOutcome.CREATED;
      before = null;
    } else {
      outcome = EnsureOutcome.REPLACED;
      replacement.complete();
    }
  }

  /** Uses the mapping that a conflict names if it has our function. */
  private void adopt(ResourceConflictException conflict) {
    if (++conflicts > MAX_CONFLICTS) {
      throw conflict;
    }
    Optional<String> uuid = conflict.mappingUuid();
    if (uuid.isEmpty()) {
      pauseAfter(conflict);
      return;
    }
    if (replacement != null && replacement.isOf(uuid.get())) {
      // Its deletion is not complete for all of Lambda yet.
      pauseAfter(conflict);
      return;
    }
    if (replacement != null) {
      replacement.mayBeCreated();
    }
    Optional<EventSourceMappingConfiguration> existing =
        deployment.reader().getEventually(uuid.get());
    if (existing.isEmpty()) {
      return;
    }
    if (!deployment.finder().hasOurFunction(existing.get())) {
      throw conflict;
    }
    deployment.finder().adopt(existing.get());
    run.report(
        EnsureEventType.CONFLICT_ADOPTED,
        uuid.get(),
        "Mapping %s exists already; using it%s"
            .formatted(
                uuid.get(), replacement == null ? "" : " instead of creating a replacement"));
    if (mayFollowLostResponse(conflict)) {
      recordCreated();
    } else if (!uuid.equals(Optional.ofNullable(createdUuid))) {
      startOver();
    }
  }

  /** Starts over with a mapping that another caller has created. */
  private void startOver() {
    outcome = EnsureOutcome.UNCHANGED;
    before = null;
    replacement = null;
    replacementPlan = null;
    hasUpdated = false;
  }

  private @Nullable EnsureResult update(EventSourceMappingConfiguration mapping, Plan plan) {
    Deployment.requireValid(plan);
    EventSourceMappingConfiguration updated = mapping;
    boolean changesTags = plan.update() == null;
    try {
      if (plan.update() != null) {
        updated = deployment.changes().update(plan.update());
        hasUpdated = true;
        changesTags = true;
      }
      deployment.changes().changeTags(plan, updated, hasUpdated);
      recordUpdated();
      return deployment.result(outcome, before, updated, plan);
    } catch (ResourceConflictException e) {
      if (!e.mappingUuid().map(uuid -> uuid.equals(mapping.uuid())).orElse(true)) {
        // The new function has a mapping from this event source already.
        throw e;
      }
      retryUpdate(e);
    } catch (ResourceInUseException e) {
      retryUpdate(e);
    } catch (ResourceNotFoundException e) {
      if (++notFound >= MAX_NOT_FOUND && exists(mapping)) {
        // Something else was not found, for example the function.
        throw changesTags && hasUpdated ? new TagsNotChangedException(updated, plan, e) : e;
      }
      retryUpdate(e);
    }
    return null;
  }

  private boolean exists(EventSourceMappingConfiguration mapping) {
    return deployment.reader().get(MappingReader.uuidOf(mapping)).isPresent();
  }

  private void retryUpdate(LambdaException e) {
    if (hasUpdated || mayFollowLostResponse(e)) {
      recordUpdated();
    }
    pauseAfter(e);
  }

  private void recordUpdated() {
    if (outcome == EnsureOutcome.UNCHANGED) {
      outcome = EnsureOutcome.UPDATED;
    }
  }

  /**
   * Returns whether an error may be due to an earlier attempt of the same call, which took effect
   * but whose response was lost.
   */
  static boolean mayFollowLostResponse(LambdaException e) {
    Integer attempts = e.numAttempts();
    return attempts != null && attempts > 1;
  }

  private @Nullable EnsureResult replace(EventSourceMappingConfiguration mapping, Plan plan) {
    if (run.options().replace() == null) {
      throw new ReplacementRequiredException(plan);
    }
    Replacement next = deployment.replacement(mapping, plan);
    replacement = next;
    replacementPlan = plan;
    if (!next.delete()) {
      // Another caller has changed the mapping, so it may not have to be replaced.
      replacement = null;
      replacementPlan = null;
      return null;
    }
    return create(next.createPlan());
  }

  private void pauseAfter(LambdaException e) {
    run.pause(pauses++, "it could not be changed: " + PrintedText.of(e));
  }
}
