package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.mapping.RelatedRequests;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a desired mapping with the actual one, member by member. */
final class MappingComparison {
  private static final Shape<UpdateEventSourceMappingRequest> UPDATE =
      Shape.of(UpdateEventSourceMappingRequest.class);

  private final EventSourceMappingConfiguration actual;
  private final Map<MemberComparison, ChangeKind> differences = new LinkedHashMap<>();

  MappingComparison(
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      EventSourceMappingConfiguration actual) {
    this.actual = actual;
    for (MemberRule rule : MemberTable.RULES) {
      boolean ignored =
          rule.treatment() == MemberTreatment.START && !options.comparesStartingPosition();
      if (rule.isCompared() && !ignored) {
        MemberComparison member = new MemberComparison(rule, desired, options, actual);
        ChangeKind change = member.change();
        if (change != null) {
          differences.put(member, change);
        }
      }
    }
  }

  Map<MemberComparison, ChangeKind> differences() {
    return differences;
  }

  List<MemberChange> changes() {
    List<MemberChange> changes = new ArrayList<>();
    differences.forEach((member, kind) -> changes.add(member.toChange(kind)));
    return changes;
  }

  /** Returns whether only a new mapping can be as desired. */
  boolean requiresReplacement() {
    return differences.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue() == ChangeKind.FIXED_AT_CREATION
                    || (each.getValue() == ChangeKind.CANNOT_BE_CLEARED
                        && each.getKey().rule().isReplacedToClear()));
  }

  boolean requiresUpdate() {
    return differences.values().stream().anyMatch(MappingComparison::isByUpdate);
  }

  private static boolean isByUpdate(ChangeKind kind) {
    return kind == ChangeKind.SET || kind == ChangeKind.CLEAR;
  }

  /** Returns an update with the changed members only. */
  UpdateEventSourceMappingRequest toUpdate(CreateEventSourceMappingRequest desired) {
    UpdateEventSourceMappingRequest update =
        UpdateEventSourceMappingRequest.builder()
            .uuid(actual.uuid())
            .overrideConfiguration(RelatedRequests.settings(desired))
            .build();
    for (Map.Entry<MemberComparison, ChangeKind> each : differences.entrySet()) {
      if (isByUpdate(each.getValue())) {
        MemberComparison member = each.getKey();
        update = withSiblings(update, member.rule());
        update = MemberValues.withPath(UPDATE, update, member.rule().path(), member.toSend());
      }
    }
    return update;
  }

  /** Adds what an update can set of a structure, because an update may replace it as a whole. */
  private UpdateEventSourceMappingRequest withSiblings(
      UpdateEventSourceMappingRequest update, MemberRule changed) {
    UpdateEventSourceMappingRequest complete = update;
    for (MemberRule rule : MemberTable.RULES) {
      boolean isSibling =
          rule.treatment() == MemberTreatment.UPDATED
              && !rule.path().equals(rule.top())
              && rule.top().equals(changed.top());
      Object present = isSibling ? MemberValues.get(actual, rule.path()) : null;
      if (present != null && MemberValues.get(complete, rule.path()) == null) {
        complete = MemberValues.withPath(UPDATE, complete, rule.path(), present);
      }
    }
    return complete;
  }
}
