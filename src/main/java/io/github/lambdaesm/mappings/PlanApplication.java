package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
          case CREATE -> {
            EventSourceMappingConfiguration replaced = plan.replaced();
            yield replaced == null ? create() : resume(replaced);
          }
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

  private @Nullable EnsureResult create() {
    EventSourceMappingConfiguration existing = deployment.finder().find(null).mapping();
    if (existing != null) {
      throw outdated("mapping %s exists now".formatted(PrintedText.of(existing.uuid())), null);
    }
    CreateEventSourceMappingRequest request = requireNonNull(plan.create());
    EventSourceMappingConfiguration created;
    try {
      created = deployment.changes().create(request);
    } catch (ResourceConflictException e) {
      created = created(e).orElseThrow(() -> outdated("a mapping exists now", e));
    }
    return deployment.result(EnsureOutcome.CREATED, null, created, plan);
  }

  /** Completes an interrupted replacement. If that fails, the same plan completes it later. */
  private @Nullable EnsureResult resume(EventSourceMappingConfiguration replaced) {
    Function<RuntimeException, RuntimeException> interrupted =
        e -> ReplacementInterruptedException.incomplete(replaced.uuid(), plan, e);
    EventSourceMappingConfiguration existing;
    try {
      existing = deployment.finder().find(null).mapping();
    } catch (RuntimeException e) {
      throw interrupted.apply(e);
    }
    if (existing != null && !Objects.equals(existing.uuid(), replaced.uuid())) {
      return completed(existing);
    }
    if (existing != null) {
      delete(existing, replaced, interrupted);
    }
    return createReplacement(existing, requireNonNull(plan.create()), interrupted);
  }

  /** Deletes the mapping whose replacement was interrupted, unless a user has changed it since. */
  private void delete(
      EventSourceMappingConfiguration existing,
      EventSourceMappingConfiguration replaced,
      Function<RuntimeException, RuntimeException> interrupted) {
    requireNotChanged(isLeftAsItWas(existing, replaced), existing);
    boolean deleted;
    try {
      deleted = deployment.resumed(existing, plan).delete();
    } catch (RuntimeException e) {
      throw interrupted.apply(e);
    }
    requireNotChanged(deleted, existing);
  }

  private void requireNotChanged(boolean notChanged, EventSourceMappingConfiguration mapping) {
    if (!notChanged) {
      throw outdated("mapping %s was changed".formatted(PrintedText.of(mapping.uuid())), null);
    }
  }

  /** Returns whether a mapping is as it was, except that its replacement may have disabled it. */
  private boolean isLeftAsItWas(
      EventSourceMappingConfiguration existing, EventSourceMappingConfiguration replaced) {
    EnsureOptions options = plan.options();
    boolean mayBeDisabled =
        Replacement.disablesFirst(options.replace(), replaced, plan.desired(), options);
    return States.equalIgnoringStatus(existing, replaced)
        && (States.isEnabled(existing) == States.isEnabled(replaced) || mayBeDisabled);
  }

  /** Accepts the replacement that an interrupted call had created after all. */
  private @Nullable EnsureResult completed(EventSourceMappingConfiguration existing) {
    if (!deployment.isAsCreated(plan, existing) || lacksTags(existing)) {
      throw outdated("mapping %s exists now".formatted(PrintedText.of(existing.uuid())), null);
    }
    return deployment.result(EnsureOutcome.UNCHANGED, existing, existing, plan);
  }

  private boolean lacksTags(EventSourceMappingConfiguration existing) {
    Map<String, String> tags = requireNonNull(plan.create()).tags();
    return !tags.isEmpty()
        && !deployment
            .finder()
            .tags(existing)
            .orElse(Map.of())
            .entrySet()
            .containsAll(tags.entrySet());
  }

  private @Nullable EnsureResult createReplacement(
      @Nullable EventSourceMappingConfiguration replaced,
      CreateEventSourceMappingRequest request,
      Function<RuntimeException, RuntimeException> interrupted) {
    EventSourceMappingConfiguration created;
    try {
      created = createOrFind(request);
    } catch (PlanOutdatedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw interrupted.apply(e);
    }
    return deployment.result(EnsureOutcome.REPLACED, replaced, created, plan);
  }

  private EventSourceMappingConfiguration createOrFind(CreateEventSourceMappingRequest request) {
    try {
      return deployment.changes().create(request);
    } catch (ResourceConflictException e) {
      return created(e).orElseThrow(() -> e);
    }
  }

  /**
   * Returns the mapping of a conflict if an earlier attempt of the create may have made it. Returns
   * empty if the conflict names no mapping that exists.
   *
   * @throws PlanOutdatedException if another caller has created a mapping
   */
  private Optional<EventSourceMappingConfiguration> created(ResourceConflictException e) {
    Optional<EventSourceMappingConfiguration> existing =
        e.mappingUuid()
            .flatMap(deployment.reader()::getEventually)
            .flatMap(deployment.reader()::awaitSettled);
    if (existing.isPresent() && !isOurs(e, existing.get())) {
      throw outdated("mapping %s exists now".formatted(PrintedText.of(existing.get().uuid())), e);
    }
    return existing;
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
      requireGone(mapping, hasUpdate ? new TagsNotChangedException(updated, plan, e) : e);
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
      requireGone(mapping, e);
      throw outdated("the mapping no longer exists", e);
    }
  }

  /** Throws the given exception if the mapping exists: something else was not found. */
  private void requireGone(EventSourceMappingConfiguration mapping, RuntimeException e) {
    if (deployment.reader().get(MappingReader.uuidOf(mapping)).isPresent()) {
      throw e;
    }
  }

  private @Nullable EnsureResult replace(EventSourceMappingConfiguration mapping) {
    Replacement replacement = deployment.replacement(mapping, plan);
    boolean deleted;
    try {
      deleted = replacement.delete();
    } catch (RuntimeException e) {
      throw replacement.interrupted(e);
    }
    requireNotChanged(deleted, mapping);
    return createReplacement(plan.mapping(), replacement.request(), replacement::interrupted);
  }

  private PlanOutdatedException outdated(String reason, @Nullable Throwable cause) {
    return new PlanOutdatedException(plan, reason, deployment.run().doneBefore(), cause);
  }
}
