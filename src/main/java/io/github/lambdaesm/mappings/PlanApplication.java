package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies a plan, unless the mapping has changed since it was made. */
final class PlanApplication {
  private final Deployment deployment;
  private final Plan plan;

  PlanApplication(Deployment deployment, Plan plan) {
    this.deployment = deployment;
    this.plan = plan;
  }

  EnsureResult run() {
    if (plan.action() == PlanAction.REPLACE_REQUIRED && plan.options().replace() == null) {
      throw new ReplacementRequiredException(plan);
    }
    Deployment.requireValid(plan);
    EnsureResult result =
        switch (plan.action()) {
          case CREATE -> plan.options().replacing() == null ? create() : resume();
          case UPDATE -> update(requireUnchanged());
          case REPLACE_REQUIRED -> replace(requireUnchanged());
          case NONE ->
              new EnsureResult(EnsureOutcome.UNCHANGED, plan.mapping(), requireUnchanged(), plan);
        };
    if (result == null) {
      throw outdated("the mapping was deleted after the change", null);
    }
    return result;
  }

  private EventSourceMappingConfiguration requireUnchanged() {
    EventSourceMappingConfiguration planned = requireNonNull(plan.mapping());
    String uuid = MappingReader.uuidOf(planned);
    EventSourceMappingConfiguration mapping =
        deployment
            .reader()
            .get(uuid)
            .orElseThrow(
                () ->
                    outdated("mapping %s no longer exists".formatted(PrintedText.of(uuid)), null));
    if (!Objects.equals(lastModified(planned), lastModified(mapping))) {
      throw outdated(
          "mapping %s was changed at %s".formatted(PrintedText.of(uuid), mapping.lastModified()),
          null);
    }
    return mapping;
  }

  private static @Nullable Instant lastModified(EventSourceMappingConfiguration mapping) {
    Instant time = mapping.lastModified();
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Completes an interrupted replacement. If that fails, the same plan completes it later. */
  private @Nullable EnsureResult resume() {
    try {
      return create();
    } catch (PlanOutdatedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ReplacementInterruptedException(
          PrintedText.of(plan.options().replacing()), plan, e);
    }
  }

  private @Nullable EnsureResult create() {
    EventSourceMappingConfiguration existing = deployment.finder().find(null).mapping();
    String replacing = plan.options().replacing();
    if (existing != null && !Objects.equals(existing.uuid(), replacing)) {
      throw outdated("mapping %s exists now".formatted(PrintedText.of(existing.uuid())), null);
    }
    if (existing != null) {
      deployment.resumed(existing, plan).delete();
    }
    EnsureOutcome outcome = replacing == null ? EnsureOutcome.CREATED : EnsureOutcome.REPLACED;
    try {
      return deployment.result(
          outcome, existing, deployment.changes().create(requireNonNull(plan.create())), plan);
    } catch (ResourceConflictException e) {
      return deployment.result(outcome, existing, created(e), plan);
    }
  }

  /** Returns the mapping of a conflict if an earlier attempt of the create may have made it. */
  private EventSourceMappingConfiguration created(ResourceConflictException e) {
    return e.mappingUuid()
        .flatMap(deployment.reader()::getEventually)
        .flatMap(deployment.reader()::awaitSettled)
        .filter(mapping -> isOurs(e, mapping))
        .orElseThrow(() -> outdated("a mapping exists now", e));
  }

  private boolean isOurs(LambdaException e, EventSourceMappingConfiguration mapping) {
    return EnsureLoop.mayFollowLostResponse(e) && deployment.isAsPlanned(plan, mapping);
  }

  private @Nullable EnsureResult update(EventSourceMappingConfiguration mapping) {
    boolean hasUpdate = plan.update() != null;
    EventSourceMappingConfiguration updated = hasUpdate ? sendUpdate(mapping) : mapping;
    try {
      deployment.changes().changeTags(plan, updated, hasUpdate);
    } catch (ResourceNotFoundException e) {
      throw outdated("the mapping no longer exists", e);
    }
    return deployment.result(EnsureOutcome.UPDATED, plan.mapping(), updated, plan);
  }

  private EventSourceMappingConfiguration sendUpdate(EventSourceMappingConfiguration mapping) {
    try {
      return deployment.changes().update(requireNonNull(plan.update()));
    } catch (ResourceInUseException | ResourceConflictException e) {
      Optional<EventSourceMappingConfiguration> settled =
          deployment
              .reader()
              .get(MappingReader.uuidOf(mapping))
              .flatMap(deployment.reader()::awaitSettled);
      return settled
          .filter(now -> isOurs(e, now))
          .orElseThrow(() -> outdated("another change of the mapping is in progress", e));
    } catch (ResourceNotFoundException e) {
      throw outdated("the mapping no longer exists", e);
    }
  }

  private @Nullable EnsureResult replace(EventSourceMappingConfiguration mapping) {
    Replacement replacement = deployment.replacement(mapping, plan);
    EventSourceMappingConfiguration created;
    try {
      replacement.delete();
      created = deployment.changes().create(replacement.request());
    } catch (RuntimeException e) {
      throw replacement.interrupted(e);
    }
    return deployment.result(EnsureOutcome.REPLACED, plan.mapping(), created, plan);
  }

  private PlanOutdatedException outdated(String reason, @Nullable Throwable cause) {
    return new PlanOutdatedException(plan, reason, cause);
  }
}
