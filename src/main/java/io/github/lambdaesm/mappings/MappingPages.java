package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.paging.MarkerCycleDetector;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one list. Remembers only the marker of the next page, so that no page stays in
 * memory longer than its reader needs it.
 */
final class MappingPages {
  private final PacedClient client;
  private final @Nullable String functionName;
  private final Deadline deadline;
  private final MarkerCycleDetector cycleDetector = new MarkerCycleDetector(null);
  private @Nullable String marker;
  private boolean hasNext = true;
  private int fetched;

  private MappingPages(PacedClient client, @Nullable String functionName, Deadline deadline) {
    this.client = client;
    this.functionName = functionName;
    this.deadline = deadline;
  }

  static MappingPages ofAll(PacedClient client, Deadline deadline) {
    return new MappingPages(client, null, deadline);
  }

  static MappingPages ofFunction(PacedClient client, String functionName, Deadline deadline) {
    return new MappingPages(client, functionName, deadline);
  }

  boolean hasNext() {
    return hasNext;
  }

  /** Fetches the next page, which may be empty although more pages follow. */
  List<EventSourceMappingConfiguration> next() {
    if (!hasNext) {
      throw new NoSuchElementException("the list has ended");
    }
    ListEventSourceMappingsResponse page =
        client.list(
            ListEventSourceMappingsRequest.builder()
                .functionName(functionName)
                .marker(marker)
                .build(),
            deadline);
    fetched++;
    moveTo(page.nextMarker());
    return page.eventSourceMappings();
  }

  private void moveTo(@Nullable String nextMarker) {
    hasNext = nextMarker != null && !nextMarker.isEmpty();
    if (hasNext) {
      cycleDetector.rejectRepeated(nextMarker);
      cycleDetector.add(nextMarker);
      marker = nextMarker;
    }
  }

  /** Returns the number of pages that were fetched. */
  int fetched() {
    return fetched;
  }
}
