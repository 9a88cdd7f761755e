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
  private final DeployHistory history = new DeployHistory();
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
      Replacement replacement = history.replacement();
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
    history.found(mapping);
    // Not what a replacement keeps: another caller may have set it since.
    Plan plan = deployment.plan(run.desired(), found);
    return switch (plan.action()) {
      case CREATE -> goneMeanwhile(mapping);
      case NONE ->
          new EnsureResult(history.outcome(), history.before(), mapping, history.appliedPlan(plan));
      case REPLACE_REQUIRED -> replace(mapping, plan);
      default -> update(mapping, plan);
    };
  }

  private @Nullable EnsureResult goneMeanwhile(EventSourceMappingConfiguration mapping) {
    run.pause(pauses++, "mapping %s cannot be read".formatted(PrintedText.of(mapping.uuid())));
    return null;
  }

  private CreateEventSourceMappingRequest toCreate() {
    Replacement replacement = history.replacement();
    return replacement == null ? run.desired() : replacement.request();
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
    history.created(created);
    return deployment.result(
        history.outcome(), history.before(), created, history.appliedPlan(plan));
  }

  /** Uses the mapping that a conflict names if it has our function. */
  private void adopt(ResourceConflictException conflict) {
    if (++conflicts > MAX_CONFLICTS) {
      throw conflict;
    }
    Optional<String> uuid = conflict.mappingUuid();
    Replacement replacement = history.replacement();
    // The deletion of the replaced mapping may not be complete for all of Lambda yet.
    if (uuid.isEmpty() || (replacement != null && replacement.isOf(uuid.get()))) {
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
    history.adopted(conflict);
    run.report(
        EnsureEventType.CONFLICT_ADOPTED,
        uuid.get(),
        "Mapping %s exists already; using it%s"
            .formatted(
                uuid.get(), replacement == null ? "" : " instead of creating a replacement"));
  }

  private @Nullable EnsureResult update(EventSourceMappingConfiguration mapping, Plan plan) {
    Deployment.requireValid(plan);
    EventSourceMappingConfiguration updated = mapping;
    boolean changesTags = plan.update() == null;
    try {
      if (plan.update() != null) {
        updated = deployment.changes().update(plan.update());
        history.updateSucceeded();
        changesTags = true;
      }
      deployment.changes().changeTags(plan, updated, history.hasUpdated());
      history.updated();
      return deployment.result(history.outcome(), history.before(), updated, plan);
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
        throw changesTags && history.hasUpdated()
            ? new TagsNotChangedException(updated, plan, e)
            : e;
      }
      retryUpdate(e);
    }
    return null;
  }

  private boolean exists(EventSourceMappingConfiguration mapping) {
    return deployment.reader().get(MappingReader.uuidOf(mapping)).isPresent();
  }

  private void retryUpdate(LambdaException e) {
    if (history.hasUpdated() || mayFollowLostResponse(e)) {
      history.updated();
    }
    pauseAfter(e);
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
    Replacement replacement = deployment.replacement(mapping, plan);
    history.replacing(replacement);
    if (!replacement.delete()) {
      // Another caller has changed the mapping, so it may not have to be replaced.
      history.notReplacing();
      return null;
    }
    return create(replacement.createPlan());
  }

  private void pauseAfter(LambdaException e) {
    run.pause(pauses++, "it could not be changed: " + PrintedText.of(e));
  }
}
