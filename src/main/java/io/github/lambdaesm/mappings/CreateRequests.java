package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the requests that create a mapping, or replace one. */
final class CreateRequests {
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
      KeptMembers kept, @Nullable Map<String, String> tags) {
    CreateEventSourceMappingRequest request = kept.request();
    return of(
        tags == null || request.hasTags()
            ? request
            : request.toBuilder().tags(TagChanges.ofUser(tags)).build());
  }
}
