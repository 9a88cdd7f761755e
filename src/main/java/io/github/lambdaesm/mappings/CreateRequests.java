package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourcePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the requests that create a mapping, or replace one. */
final class CreateRequests {
  /**
   * How long before the deletion a stream continues. Covers records that were being processed and
   * clocks that differ.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private CreateRequests() {}

  /**
   * Returns the desired mapping without empty members, because there is nothing to clear, and
   * without tags that only AWS can set.
   */
  static CreateEventSourceMappingRequest of(CreateEventSourceMappingRequest desired) {
    CreateEventSourceMappingRequest request =
        desired.toBuilder().tags(TagChanges.ofUser(desired.tags())).build();
    return (CreateEventSourceMappingRequest) MemberValues.withoutEmptyMembers(request);
  }

  /**
   * Returns the request for a replacement: the desired members, and those that the mapping keeps.
   *
   * @param tags the tags of the mapping to replace; null if they are unknown
   */
  static CreateEventSourceMappingRequest replacing(
      KeptMembers kept, @Nullable Map<String, String> tags) {
    CreateEventSourceMappingRequest request = kept.request();
    return of(tags == null || request.hasTags() ? request : request.toBuilder().tags(tags).build());
  }

  /** Returns a request that starts about where the mapping being deleted stops. */
  static CreateEventSourceMappingRequest continuing(
      CreateEventSourceMappingRequest create,
      EventSourceMappingConfiguration replaced,
      Instant now) {
    return switch (EventSource.of(create)) {
      case KINESIS, KINESIS_CONSUMER, MSK, SELF_MANAGED_KAFKA, DOCUMENTDB ->
          // The API does not show when a disabled mapping stopped: updates change LastModified,
          // too.
          States.isEnabled(replaced)
              ? starting(create, EventSourcePosition.AT_TIMESTAMP, now.minus(OVERLAP))
              : starting(create, EventSourcePosition.TRIM_HORIZON, null);
      case DYNAMODB -> starting(create, EventSourcePosition.TRIM_HORIZON, null);
      default -> create;
    };
  }

  private static CreateEventSourceMappingRequest starting(
      CreateEventSourceMappingRequest create,
      EventSourcePosition position,
      @Nullable Instant timestamp) {
    return create.toBuilder()
        .startingPosition(position)
        .startingPositionTimestamp(timestamp)
        .build();
  }
}
