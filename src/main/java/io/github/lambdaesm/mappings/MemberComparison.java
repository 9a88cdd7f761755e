package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ProvisionedPollerConfig;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the desired and the present value of one member. */
final class MemberComparison {
  private final MemberRule rule;
  private final EventSource source;
  private final boolean exact;
  private final @Nullable Object wanted;
  private final @Nullable Object present;
  private final boolean presentUnknown;
  private final @Nullable String excludedBy;
  private final boolean presentFilledIn;

  MemberComparison(
      MemberRule rule,
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      EventSourceMappingConfiguration actual) {
    this.rule = rule;
    EventSource known = EventSource.of(actual);
    this.source = known == EventSource.UNKNOWN ? EventSource.of(desired) : known;
    this.exact = options.isExact();
    this.wanted = MemberValues.get(desired, rule.path());
    this.present = MemberValues.ofMapping(actual, rule.path());
    this.presentUnknown =
        rule.path().equals("FilterCriteria")
            && actual.filterCriteriaError() != null
            && isEmpty(present);
    this.excludedBy = Exclusion.of(rule.path(), desired);
    this.presentFilledIn = rule.isFilledWithUuid() && Objects.equals(present, actual.uuid());
  }

  MemberRule rule() {
    return rule;
  }

  @Nullable Object present() {
    return present;
  }

  boolean isPresentUnknown() {
    return presentUnknown;
  }

  /** Returns whether nothing says that the member has to change. */
  boolean isKept() {
    if (wanted == null || (isEmpty(wanted) && !rule.canBeEmpty())) {
      return excludedBy == null && (presentFilledIn || !exact || !rule.isResetFor(source));
    }
    return false;
  }

  /** Returns the value that the member is to have; null if it is to have none. */
  @Nullable Object target() {
    if (isKept()) {
      return present;
    }
    if (wanted == null) {
      return excludedBy == null ? rule.defaultFor(source) : null;
    }
    if (isEmpty(wanted)) {
      return null;
    }
    if (wanted instanceof ProvisionedPollerConfig pollers) {
      ProvisionedPollerConfig kept =
          !exact && present instanceof ProvisionedPollerConfig there ? there : null;
      return PollerConfigs.complete(pollers, kept, source);
    }
    return wanted;
  }

  /** Returns the kind of change that the member needs; null if it needs none. */
  @Nullable ChangeKind change() {
    if (isKept() || (!presentUnknown && isSame())) {
      return null;
    }
    boolean wouldBeFilledIn = rule.isFilledWithUuid() && target() == null;
    if ((rule.isFixed() && !wouldBeFilledIn) || changesVirtualHost()) {
      return ChangeKind.FIXED_AT_CREATION;
    }
    if (target() != null) {
      return ChangeKind.SET;
    }
    return rule.clearValue() == null ? ChangeKind.CANNOT_BE_CLEARED : ChangeKind.CLEAR;
  }

  private boolean isSame() {
    Object target = target();
    if (rule.path().equals("FunctionName") && target != null) {
      return present != null
          && FunctionReference.parse((String) target)
              .matches(FunctionReference.parse((String) present));
    }
    return Objects.equals(normal(target), normal(present));
  }

  private @Nullable Object normal(@Nullable Object value) {
    Object complete =
        value instanceof ProvisionedPollerConfig pollers && !isEmpty(value)
            ? PollerConfigs.complete(pollers, null, source)
            : value;
    Object normal = rule.form().of(complete);
    return normal == null ? rule.defaultFor(source) : normal;
  }

  private boolean changesVirtualHost() {
    return rule.path().equals(AccessConfigurations.MEMBER)
        && !AccessConfigurations.virtualHosts(target())
            .equals(AccessConfigurations.virtualHosts(present));
  }

  /** Returns the value that an update sends. */
  @Nullable Object toSend() {
    Object target = target();
    if (target == null) {
      return rule.clearValue();
    }
    if (rule.path().equals(AccessConfigurations.MEMBER)) {
      return AccessConfigurations.withoutVirtualHosts(target);
    }
    if (target instanceof ProvisionedPollerConfig pollers) {
      return present instanceof ProvisionedPollerConfig there
          ? PollerConfigs.toSend(pollers, there)
          : Objects.requireNonNull(wanted);
    }
    return MemberValues.withoutEmptyMembers(target);
  }

  MemberChange toChange(ChangeKind kind) {
    Object target = target();
    return new MemberChange(
        rule.path(),
        present == null || isEmpty(present) ? null : ValueText.of(present),
        target == null ? null : ValueText.of(target),
        kind,
        reason(kind));
  }

  private String reason(ChangeKind kind) {
    if (presentUnknown) {
      return "Lambda cannot read the present filters, so they are unknown";
    }
    return switch (kind) {
      case FIXED_AT_CREATION -> "Lambda fixes it when it creates the mapping";
      case CANNOT_BE_CLEARED -> rule.notClearedBecause();
      case SET, CLEAR -> cause();
    };
  }

  private String cause() {
    if (wanted != null) {
      return isEmpty(wanted)
          ? "The desired mapping has an empty value"
          : "The desired mapping has another value";
    }
    if (excludedBy != null) {
      return "It cannot be combined with the desired " + excludedBy;
    }
    return rule.defaultFor(source) == null
        ? "The desired mapping leaves it out, and exactly the desired members are wanted"
        : "The desired mapping leaves it out, so the default is wanted";
  }

  private boolean isEmpty(@Nullable Object value) {
    if (value instanceof ProvisionedPollerConfig) {
      // An empty name of a group is not empty: it leaves the group.
      return value.equals(ProvisionedPollerConfig.builder().build());
    }
    return rule.form().of(value) == null;
  }
}
