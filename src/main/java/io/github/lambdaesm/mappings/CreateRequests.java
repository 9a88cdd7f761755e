package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ProvisionedPollerConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the requests that create a mapping, or replace one. */
final class CreateRequests {
  private static final Shape<CreateEventSourceMappingRequest> SHAPE =
      Shape.of(CreateEventSourceMappingRequest.class);

  private CreateRequests() {}

  /** Returns the desired mapping without empty members: there is nothing to clear. */
  static CreateEventSourceMappingRequest of(CreateEventSourceMappingRequest desired) {
    return (CreateEventSourceMappingRequest) MemberValues.withoutEmptyMembers(desired);
  }

  /**
   * Returns the request for a replacement: the desired members, and those that the mapping keeps.
   *
   * @param tags the tags of the mapping to replace; null if they are unknown
   */
  static CreateEventSourceMappingRequest replacing(
      EventSourceMappingConfiguration actual,
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      @Nullable Map<String, String> tags) {
    CreateEventSourceMappingRequest request = desired;
    for (MemberRule rule : MemberTable.RULES) {
      if (rule.isCompared()) {
        MemberComparison member = new MemberComparison(rule, desired, options, actual);
        boolean kept =
            member.isKept() && !isGenerated(rule, actual) && !isOfAnotherStart(rule, desired);
        // Pollers are kept in part.
        if (kept || member.target() instanceof ProvisionedPollerConfig) {
          request = withValue(request, rule, member.target());
        }
      }
    }
    if (tags != null && !desired.hasTags()) {
      request = request.toBuilder().tags(TagChanges.ofUser(tags)).build();
    }
    return of(request);
  }

  private static CreateEventSourceMappingRequest withValue(
      CreateEventSourceMappingRequest request, MemberRule rule, @Nullable Object value) {
    return value == null ? request : MemberValues.withPath(SHAPE, request, rule.path(), value);
  }

  /** A timestamp belongs to the starting position beside it. */
  private static boolean isOfAnotherStart(
      MemberRule rule, CreateEventSourceMappingRequest desired) {
    return rule.path().equals("StartingPositionTimestamp") && desired.startingPosition() != null;
  }

  /** Lambda names a consumer group after its mapping, so the new mapping must get a new name. */
  private static boolean isGenerated(MemberRule rule, EventSourceMappingConfiguration actual) {
    return rule.path().endsWith(".ConsumerGroupId")
        && actual.uuid() != null
        && actual.uuid().equals(MemberValues.get(actual, rule.path()));
  }
}
