package io.github.lambdaesm.internal.create;

import io.github.lambdaesm.internal.call.CallExecutor;
import io.github.lambdaesm.internal.mapping.RelatedRequests;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads mappings for the recovery of a create, with the create's settings and deadline. */
final class ExistingMappings {
  /** The maximum time to retry while a mapping that a conflict names is not found. */
  static final Duration MAX_VISIBILITY_DELAY = Duration.ofSeconds(5);

  private static final Duration RETRY_DELAY = Duration.ofMillis(500);

  private final CallExecutor executor;
  private final TimeSource time;
  private final CreateEventSourceMappingRequest create;
  private final Deadline deadline;

  ExistingMappings(
      CallExecutor executor,
      TimeSource time,
      CreateEventSourceMappingRequest create,
      Deadline deadline) {
    this.executor = executor;
    this.time = time;
    this.create = create;
    this.deadline = deadline;
  }

  /**
   * Reads a mapping that exists but may not be visible yet. Retries for up to 5 seconds.
   *
   * @throws ResourceNotFoundException if the mapping is still not visible then
   */
  GetEventSourceMappingResponse getEventually(String uuid) throws InterruptedException {
    Deadline retryDeadline = deadline.limitedTo(MAX_VISIBILITY_DELAY);
    while (true) {
      try {
        return read(uuid);
      } catch (ResourceNotFoundException e) {
        if (retryDeadline.remaining().compareTo(RETRY_DELAY) < 0) {
          throw e;
        }
        time.sleep(RETRY_DELAY);
      }
    }
  }

  /** Reads a mapping. Returns empty if it no longer exists. */
  Optional<GetEventSourceMappingResponse> get(String uuid) {
    try {
      return Optional.of(read(uuid));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  private GetEventSourceMappingResponse read(String uuid) {
    return executor.execute(
        Operation.getEventSourceMapping(),
        GetEventSourceMappingRequest.builder()
            .uuid(uuid)
            .overrideConfiguration(RelatedRequests.settings(create))
            .build(),
        deadline);
  }

  /**
   * Lists all mappings of the create's function and event source, across all pages.
   *
   * @return the UUIDs of the mappings that fulfill a condition
   */
  List<String> list(Predicate<EventSourceMappingConfiguration> condition) {
    List<String> uuids = new ArrayList<>();
    Set<String> markers = new HashSet<>();
    @Nullable String marker = null;
    do {
      ListEventSourceMappingsResponse page = page(marker);
      page.eventSourceMappings().stream()
          .filter(condition)
          .map(EventSourceMappingConfiguration::uuid)
          .filter(Objects::nonNull)
          .forEach(uuids::add);
      marker = page.nextMarker();
      // A repeated marker would lead to the same pages again.
    } while (marker != null && !marker.isEmpty() && markers.add(marker));
    return uuids;
  }

  private ListEventSourceMappingsResponse page(@Nullable String marker) {
    return executor.execute(
        Operation.listEventSourceMappings(),
        ListEventSourceMappingsRequest.builder()
            .functionName(create.functionName())
            .eventSourceArn(create.eventSourceArn())
            .marker(marker)
            .overrideConfiguration(RelatedRequests.settings(create))
            .build(),
        deadline);
  }
}
