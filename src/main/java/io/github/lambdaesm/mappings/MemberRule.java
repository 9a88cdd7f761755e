package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.mapping.MappingDefaults;
import io.github.lambdaesm.internal.mapping.Sources;
import io.github.lambdaesm.model.EventSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the {@link MemberTable}: how a member can change. Only the table calls the methods that
 * return this row.
 */
final class MemberRule {
  private final String path;
  private final MemberTreatment treatment;
  private NormalForm form = NormalForm.ORDERED;
  private Set<EventSource> takenBy = Sources.ALL;
  private Set<EventSource> defaulted = Set.of();
  private Set<EventSource> required = Set.of();
  private @Nullable Object clearValue;
  private String notClearedBecause = "No update is known to clear it";
  private boolean replacedToClear = true;
  private boolean filledWithUuid;

  /**
   * @param path the names of the members that lead to the value, separated by dots
   */
  MemberRule(String path, MemberTreatment treatment) {
    this.path = path;
    this.treatment = treatment;
  }

  MemberRule comparedAs(NormalForm form) {
    this.form = form;
    return this;
  }

  /** Only these event sources support the member. */
  MemberRule takenBy(Set<EventSource> sources) {
    takenBy = sources;
    return this;
  }

  /** For these event sources, Lambda fills in the value of {@link MappingDefaults}. */
  MemberRule defaultedFor(Set<EventSource> sources) {
    defaulted = sources;
    return this;
  }

  /** For these event sources, a create needs the member. */
  MemberRule requiredFor(Set<EventSource> sources) {
    required = sources;
    return this;
  }

  /** An update with this value clears the member. */
  MemberRule clearedBy(Object value) {
    clearValue = value;
    return this;
  }

  MemberRule notCleared(String because) {
    notClearedBecause = because;
    return this;
  }

  /** The value does not matter enough to replace a mapping in order to clear it. */
  MemberRule neverReplaced() {
    replacedToClear = false;
    return this;
  }

  /** Marks a member that Lambda sets to the UUID of the mapping if a create omits it. */
  MemberRule filledWithUuid() {
    filledWithUuid = true;
    return this;
  }

  String path() {
    return path;
  }

  /** Returns the name of the member of the request that has the value. */
  String top() {
    return path.split("\\.", 2)[0];
  }

  MemberTreatment treatment() {
    return treatment;
  }

  /** Returns whether a desired mapping is compared in this member. */
  boolean isCompared() {
    return treatment != MemberTreatment.TAGS && treatment != MemberTreatment.REPORTED;
  }

  boolean isFixed() {
    return treatment == MemberTreatment.FIXED_AT_CREATION || treatment == MemberTreatment.START;
  }

  boolean isFilledWithUuid() {
    return filledWithUuid;
  }

  NormalForm form() {
    return form;
  }

  /** Returns what an update sends to clear the member; null if it cannot be cleared. */
  @Nullable Object clearValue() {
    return clearValue;
  }

  /** Returns why no update clears the member, without a period at the end. */
  String notClearedBecause() {
    return notClearedBecause;
  }

  boolean isReplacedToClear() {
    return replacedToClear;
  }

  /** Returns whether an empty value means that the member is to be cleared. */
  boolean canBeEmpty() {
    return !isFixed() && (clearValue != null || required.isEmpty());
  }

  /** Returns the value that a create fills in; null if it fills in nothing. */
  @Nullable Object defaultFor(EventSource source) {
    return defaulted.contains(source) ? MappingDefaults.of(path, source) : null;
  }

  /** Returns whether an event source supports the member, as far as is known. */
  boolean isTakenBy(EventSource source) {
    return takenBy.contains(source);
  }

  /** Returns whether the value after a create without the member is known. */
  boolean isResetFor(EventSource source) {
    return takenBy.contains(source)
        && !required.contains(source)
        && (!isFixed() || filledWithUuid || defaultFor(source) != null);
  }
}
