package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Describes the changes that make a mapping as desired.
 *
 * <p>Making a plan changes nothing; {@link EventSourceMappings#apply} applies it. {@link
 * #toString()} returns it as readable lines, and {@link #toJson()} for tools. Both hide possible
 * secrets, unlike the requests that {@link #create()} and {@link #update()} return.
 */
public final class Plan {
  private final PlanAction action;
  private final CreateEventSourceMappingRequest desired;
  private final EnsureOptions options;
  private final @Nullable EventSourceMappingConfiguration mapping;
  private final @Nullable CreateEventSourceMappingRequest create;
  private final @Nullable UpdateEventSourceMappingRequest update;
  private final List<MemberChange> changes;
  private final Map<String, String> tagsToSet;
  private final List<String> tagsToRemove;
  private final List<String> warnings;
  private final List<Violation> violations;
  private final @Nullable EventSourceMappingConfiguration replaced;

  private Plan(Builder builder) {
    action = builder.action;
    desired = builder.desired;
    options = builder.options;
    mapping = builder.mapping;
    create = builder.create;
    update = builder.update;
    changes = List.copyOf(builder.changes);
    tagsToSet = Collections.unmodifiableMap(new LinkedHashMap<>(builder.tags.toSet()));
    tagsToRemove = List.copyOf(builder.tags.toRemove());
    warnings = List.copyOf(builder.warnings);
    violations = List.copyOf(builder.violations);
    replaced = null;
  }

  private Plan(
      Plan plan,
      EnsureOptions options,
      List<String> warnings,
      @Nullable EventSourceMappingConfiguration replaced) {
    action = plan.action;
    desired = plan.desired;
    this.options = options;
    mapping = plan.mapping;
    create = plan.create;
    update = plan.update;
    changes = plan.changes;
    tagsToSet = plan.tagsToSet;
    tagsToRemove = plan.tagsToRemove;
    this.warnings = List.copyOf(warnings);
    violations = plan.violations;
    this.replaced = replaced;
  }

  static Builder builder(
      PlanAction action, CreateEventSourceMappingRequest desired, EnsureOptions options) {
    return new Builder(action, desired, options);
  }

  /** Returns what this plan does. */
  public PlanAction action() {
    return action;
  }

  /** Returns the desired mapping. */
  public CreateEventSourceMappingRequest desired() {
    return desired;
  }

  EnsureOptions options() {
    return options;
  }

  /**
   * Returns where the new mapping starts to read if this plan replaces the mapping; null if this
   * plan replaces none, or no policy allows that.
   */
  public @Nullable ReplacePolicy replacePolicy() {
    return action == PlanAction.REPLACE_REQUIRED ? options.replace() : null;
  }

  /** Returns the mapping as it was when this plan was made; null if there was none. */
  public @Nullable EventSourceMappingConfiguration mapping() {
    return mapping;
  }

  /**
   * Returns the create request of this plan: the desired mapping without empty members. For {@link
   * PlanAction#REPLACE_REQUIRED}, it also contains what the new mapping keeps of the present one;
   * the tags only if {@link EnsureOptions.Builder#replace} is set. With {@link
   * ReplacePolicy#CONTINUE}, the starting position is chosen when the plan is applied. Null for
   * other actions.
   */
  public @Nullable CreateEventSourceMappingRequest create() {
    return create;
  }

  /**
   * Returns the update request of this plan, with only the changed members and the rest of the
   * structures that contain them; null if there is none, for example because only tags differ.
   */
  public @Nullable UpdateEventSourceMappingRequest update() {
    return update;
  }

  /**
   * Returns the members that differ, in a stable order. A change of the kind {@link
   * ChangeKind#CANNOT_BE_CLEARED} may be part of any plan, even of {@link PlanAction#NONE}: it is
   * reported, but nothing is done about it.
   */
  public List<MemberChange> changes() {
    return changes;
  }

  /**
   * Returns the tags to add or to change, in the order of their keys. Empty for {@link
   * PlanAction#CREATE}, whose create request contains all tags.
   */
  public Map<String, String> tagsToSet() {
    return tagsToSet;
  }

  /** Returns the tags that this plan sets, also by its create, in the order of their keys. */
  Map<String, String> allTagsToSet() {
    return action == PlanAction.CREATE && create != null ? new TreeMap<>(create.tags()) : tagsToSet;
  }

  /** Returns the keys of the tags to remove, in order. */
  public List<String> tagsToRemove() {
    return tagsToRemove;
  }

  /** Returns warnings to read before you apply this plan, as sentences without a period. */
  public List<String> warnings() {
    return warnings;
  }

  /** Returns this plan with more warnings, which come first. */
  Plan withWarnings(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(more);
    all.addAll(warnings);
    return new Plan(this, options, all, replaced);
  }

  /**
   * Returns a copy of this create plan that completes the interrupted replacement of a mapping.
   *
   * @param replaced the mapping before its replacement began
   */
  Plan completing(EventSourceMappingConfiguration replaced) {
    String warning =
        "Completes the replacement of mapping %s, which is deleted first if it still exists"
            .formatted(PrintedText.of(replaced.uuid()));
    return new Plan(this, options, List.of(warning), replaced).withWarnings(warnings);
  }

  /** Returns the mapping whose interrupted replacement this plan completes; null in other plans. */
  @Nullable EventSourceMappingConfiguration replaced() {
    return replaced;
  }

  /** Returns this plan with a timeout of at most the given one. */
  Plan withinTimeout(Duration timeout) {
    EnsureOptions limited = options.limitedTo(timeout);
    return limited == options ? this : new Plan(this, limited, warnings, replaced);
  }

  /** Returns the rules that the create or update request of this plan violates. */
  public List<Violation> violations() {
    return violations;
  }

  /**
   * Returns this plan as a JSON object without line breaks, with these members in this order:
   *
   * <ul>
   *   <li>{@code action}: the name of the {@link PlanAction}
   *   <li>{@code uuid}: the UUID of the mapping, or null if there is none
   *   <li>{@code replace}: the name of the {@link ReplacePolicy} of a replacement, or null
   *   <li>{@code changes}: objects with {@code member}, {@code before} and {@code after} (JSON
   *       values or null), {@code kind} (the name of the {@link ChangeKind}) and {@code reason}
   *   <li>{@code tags}: an object with {@code set} (an object, also with the tags of a create) and
   *       {@code remove} (a list of keys)
   *   <li>{@code warnings}: strings
   *   <li>{@code violations}: objects with {@code id}, {@code severity}, {@code member}, {@code
   *       message}, {@code remedy} and {@code evidence}
   * </ul>
   *
   * <p>Later versions may add members.
   */
  public String toJson() {
    return PlanJson.of(this);
  }

  /**
   * Returns the plan as readable lines: one for the mapping, and one for each member, tag, warning
   * and violation. Long values are cut. The format may change.
   */
  @Override
  public String toString() {
    return PlanText.of(this);
  }

  /** Builds a {@link Plan}. */
  static final class Builder {
    private final PlanAction action;
    private final CreateEventSourceMappingRequest desired;
    private final EnsureOptions options;
    private @Nullable EventSourceMappingConfiguration mapping;
    private @Nullable CreateEventSourceMappingRequest create;
    private @Nullable UpdateEventSourceMappingRequest update;
    private List<MemberChange> changes = List.of();
    private TagChanges tags = TagChanges.NONE;
    private List<String> warnings = List.of();
    private List<Violation> violations = List.of();

    private Builder(
        PlanAction action, CreateEventSourceMappingRequest desired, EnsureOptions options) {
      this.action = action;
      this.desired = desired;
      this.options = options;
    }

    Builder mapping(EventSourceMappingConfiguration mapping) {
      this.mapping = mapping;
      return this;
    }

    Builder create(CreateEventSourceMappingRequest create) {
      this.create = create;
      return this;
    }

    Builder update(UpdateEventSourceMappingRequest update) {
      this.update = update;
      return this;
    }

    Builder changes(List<MemberChange> changes) {
      this.changes = changes;
      return this;
    }

    Builder tags(TagChanges tags) {
      this.tags = tags;
      return this;
    }

    Builder warnings(List<String> warnings) {
      this.warnings = warnings;
      return this;
    }

    Builder violations(List<Violation> violations) {
      this.violations = violations;
      return this;
    }

    Plan build() {
      return new Plan(this);
    }
  }
}
