package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.mapping.Sources;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ProvisionedPollerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a desired mapping what its replacement keeps of the present one: the members that are
 * left open and that the event source of the new mapping supports.
 */
final class KeptMembers {
  private static final Shape<CreateEventSourceMappingRequest> SHAPE =
      Shape.of(CreateEventSourceMappingRequest.class);

  private static final String MODE = "SelfManagedKafkaEventSourceConfig.ConsumptionMode";
  private static final String POSITION = "StartingPosition";
  private static final String TIMESTAMP = "StartingPositionTimestamp";
  private static final Set<String> SOURCE =
      Set.of("EventSourceArn", "SelfManagedEventSource", MODE);

  private final EventSourceMappingConfiguration actual;
  private final CreateEventSourceMappingRequest desired;
  private final EnsureOptions options;
  private final List<String> warnings = new ArrayList<>();
  private final EventSource before;
  private final EventSource after;
  private CreateEventSourceMappingRequest request;

  KeptMembers(
      EventSourceMappingConfiguration actual,
      CreateEventSourceMappingRequest desired,
      EnsureOptions options) {
    this.actual = actual;
    this.desired = desired;
    this.options = options;
    this.request = desired;
    this.before = EventSource.of(actual);
    keepSource();
    this.after = EventSource.of(request);
    MemberTable.RULES.stream()
        .filter(rule -> rule.isCompared() && !SOURCE.contains(rule.path()))
        .forEach(this::keep);
  }

  /** Returns the desired mapping with the members that are kept. */
  CreateEventSourceMappingRequest request() {
    return request;
  }

  /** Returns a warning for each value that a user chose and that is not kept. */
  List<String> warnings() {
    return warnings;
  }

  /** Keeps what the type of the event source depends on. */
  private void keepSource() {
    boolean isNamed = desired.eventSourceArn() != null || desired.selfManagedEventSource() != null;
    for (MemberRule rule : MemberTable.RULES) {
      boolean isOpen =
          rule.path().equals(MODE) ? request.selfManagedEventSource() != null : !isNamed;
      MemberComparison member = compare(rule);
      if (SOURCE.contains(rule.path()) && isOpen && member.isKept()) {
        set(rule, member.present());
      }
    }
  }

  private void keep(MemberRule rule) {
    MemberComparison member = compare(rule);
    Object value = member.target();
    boolean isPollers = value instanceof ProvisionedPollerConfig;
    if (value == null || isOfOldMapping(rule, value) || !(member.isKept() || isPollers)) {
      return;
    }
    if (supports(rule, value)) {
      // Pollers may be desired in part, and are completed here.
      set(rule, value);
    } else if (member.isKept() && !rule.isFixed()) {
      warnings.add(
          "The new mapping does not keep %s %s, because it reads %s"
              .formatted(rule.path(), PrintedText.of(ValueText.of(value)), after.phrase()));
    }
  }

  private MemberComparison compare(MemberRule rule) {
    return new MemberComparison(rule, desired, options, actual);
  }

  private void set(MemberRule rule, @Nullable Object value) {
    if (value != null) {
      request = MemberValues.withPath(SHAPE, request, rule.path(), value);
    }
  }

  /** Returns whether a value has no meaning for another mapping. */
  private boolean isOfOldMapping(MemberRule rule, Object value) {
    boolean isOfAnotherStart = rule.path().equals(TIMESTAMP) && desired.startingPosition() != null;
    // Lambda names a consumer group after its mapping, so the new mapping must get a new name.
    boolean isGenerated = rule.path().endsWith(".ConsumerGroupId") && value.equals(actual.uuid());
    boolean isDefault =
        before != after
            && rule.treatment() == MemberTreatment.UPDATED
            && (Objects.equals(value, rule.defaultFor(before)) || rule.form().of(value) == null);
    return isOfAnotherStart || isGenerated || isDefault;
  }

  private boolean supports(MemberRule rule, Object value) {
    if (before == after) {
      return true;
    }
    return switch (rule.path()) {
      // Credentials belong to a cluster, and the types of access differ.
      case AccessConfigurations.MEMBER ->
          Sources.SELF_MANAGED.contains(before) && Sources.SELF_MANAGED.contains(after);
      case POSITION ->
          rule.isTakenBy(after)
              && (!value.toString().equals("AT_TIMESTAMP")
                  || MemberTable.rule(TIMESTAMP).isTakenBy(after));
      // The limits of queues differ, and only Kafka has groups.
      case "ProvisionedPollerConfig" ->
          rule.isTakenBy(after) && before.isKafka() == after.isKafka();
      default -> rule.isTakenBy(after);
    };
  }
}
