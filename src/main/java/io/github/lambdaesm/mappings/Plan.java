package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has to be done so that a mapping becomes as desired. */
public final class Plan {
  private final PlanAction action;
  private final CreateEventSourceMappingRequest desired;
  private final EnsureOptions options;
  private final @Nullable EventSourceMappingConfiguration mapping;
  private final @Nullable UpdateEventSourceMappingRequest update;
  private final List<MemberChange> changes;
  private final Map<String, String> tagsToSet;
  private final List<String> tagsToRemove;
  private final List<String> warnings;
  private final List<Violation> violations;

  @SuppressWarnings("TooManyParameters")
  Plan(
      PlanAction action,
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      @Nullable EventSourceMappingConfiguration mapping,
      @Nullable UpdateEventSourceMappingRequest update,
      List<MemberChange> changes,
      Map<String, String> tagsToSet,
      List<String> tagsToRemove,
      List<String> warnings,
      List<Violation> violations) {
    this.action = action;
    this.desired = desired;
    this.options = options;
    this.mapping = mapping;
    this.update = update;
    this.changes = changes;
    this.tagsToSet = tagsToSet;
    this.tagsToRemove = tagsToRemove;
    this.warnings = warnings;
    this.violations = violations;
  }

  public PlanAction action() {
    return action;
  }

  public CreateEventSourceMappingRequest desired() {
    return desired;
  }

  EnsureOptions options() {
    return options;
  }

  /** Returns the mapping as it was when this plan was made; null if there was none. */
  public @Nullable EventSourceMappingConfiguration mapping() {
    return mapping;
  }

  /** Returns the update that this plan sends; null if it sends none. */
  public @Nullable UpdateEventSourceMappingRequest update() {
    return update;
  }

  public List<MemberChange> changes() {
    return changes;
  }

  public Map<String, String> tagsToSet() {
    return tagsToSet;
  }

  public List<String> tagsToRemove() {
    return tagsToRemove;
  }

  public List<String> warnings() {
    return warnings;
  }

  public List<Violation> violations() {
    return violations;
  }

  /** Returns this plan as JSON. */
  public String toJson() {
    throw new UnsupportedOperationException("not built yet");
  }
}
