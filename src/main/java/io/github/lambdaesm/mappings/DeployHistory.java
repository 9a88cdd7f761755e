package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ResourceConflictException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records what an ensure call has done so far, for its result. */
final class DeployHistory {
  private EnsureOutcome outcome = EnsureOutcome.UNCHANGED;
  private @Nullable EventSourceMappingConfiguration before;
  private @Nullable String createdUuid;
  private @Nullable Replacement replacement;
  private boolean hasUpdated;

  EnsureOutcome outcome() {
    return outcome;
  }

  /** Returns the mapping as it was found first; null if there was none. */
  @Nullable EventSourceMappingConfiguration before() {
    return before;
  }

  /** Returns the replacement that has begun; null if there is none. */
  @Nullable Replacement replacement() {
    return replacement;
  }

  /** Returns whether an update of the mapping has succeeded. */
  boolean hasUpdated() {
    return hasUpdated;
  }

  /** Returns the plan that was applied: that of the replacement, or else the given one. */
  Plan appliedPlan(Plan plan) {
    return outcome == EnsureOutcome.REPLACED && replacement != null ? replacement.plan() : plan;
  }

  /** Notes the mapping that a round has found. */
  void found(EventSourceMappingConfiguration mapping) {
    boolean isAnother = before != null && !Objects.equals(mapping.uuid(), before.uuid());
    if (isAnother && outcome != EnsureOutcome.REPLACED) {
      startOver();
    }
    if (before == null && outcome != EnsureOutcome.CREATED) {
      before = mapping;
    }
  }

  /** Notes a conflict whose mapping is used from now on. */
  void adopted(ResourceConflictException conflict) {
    if (EnsureLoop.mayFollowLostResponse(conflict)) {
      created();
    } else if (!conflict.mappingUuid().filter(uuid -> uuid.equals(createdUuid)).isPresent()) {
      startOver();
    }
  }

  /** Forgets what was done to a mapping that another caller has since replaced with its own. */
  private void startOver() {
    outcome = EnsureOutcome.UNCHANGED;
    before = null;
    replacement = null;
    hasUpdated = false;
  }

  void created(EventSourceMappingConfiguration mapping) {
    createdUuid = mapping.uuid();
    created();
  }

  private void created() {
    if (replacement == null) {
      outcome = EnsureOutcome.CREATED;
      before = null;
    } else {
      outcome = EnsureOutcome.REPLACED;
      replacement.complete();
    }
  }

  /** Notes that the update of a plan has succeeded; its tags may not be changed yet. */
  void updateSucceeded() {
    hasUpdated = true;
  }

  /** Notes that the mapping or its tags were changed, or may have been. */
  void updated() {
    if (outcome == EnsureOutcome.UNCHANGED) {
      outcome = EnsureOutcome.UPDATED;
    }
  }

  void replacing(Replacement begun) {
    replacement = begun;
  }

  /** Notes that the replacement was given up before the deletion. */
  void notReplacing() {
    replacement = null;
  }
}
