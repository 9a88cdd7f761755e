package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.internal.paging.MarkerCycleDetector;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Fetches the pages of a list one by one, keeping none of them in memory. */
final class MappingPages {
  private final PacedClient client;
  private final ListEventSourceMappingsRequest request;
  private final Deadline deadline;
  private final MarkerCycleDetector cycleDetector = new MarkerCycleDetector(null);
  private @Nullable FunctionReference function;
  private @Nullable String marker;
  private boolean hasNext = true;
  private int fetched;

  /** Creates the pages of the list that a request without a marker selects. */
  MappingPages(PacedClient client, ListEventSourceMappingsRequest request, Deadline deadline) {
    this.client = client;
    this.request = request;
    this.deadline = deadline;
  }

  static MappingPages ofAll(PacedClient client, Deadline deadline) {
    return new MappingPages(client, ListEventSourceMappingsRequest.builder().build(), deadline);
  }

  /**
   * Creates the pages of the mappings of a function with exactly its qualifier. AWS does not
   * document whether a list for a name without a qualifier includes those of versions and aliases,
   * so these are left out here.
   */
  static MappingPages ofFunction(PacedClient client, String functionName, Deadline deadline) {
    MappingPages pages =
        new MappingPages(
            client,
            ListEventSourceMappingsRequest.builder().functionName(functionName).build(),
            deadline);
    pages.function = FunctionReference.parse(functionName);
    return pages;
  }

  boolean hasNext() {
    return hasNext;
  }

  /**
   * Fetches the next page, which may be empty although more pages follow.
   *
   * @throws SdkClientException if the service returns a marker for the second time
   */
  List<EventSourceMappingConfiguration> next() {
    if (!hasNext) {
      throw new NoSuchElementException("the list has ended");
    }
    ListEventSourceMappingsResponse page =
        client.list(request.toBuilder().marker(marker).build(), deadline);
    fetched++;
    moveTo(page.nextMarker());
    return function == null
        ? page.eventSourceMappings()
        : page.eventSourceMappings().stream().filter(this::isOfFunction).toList();
  }

  private boolean isOfFunction(EventSourceMappingConfiguration mapping) {
    String arn = mapping.functionArn();
    return function == null || arn == null || function.matches(FunctionReference.parse(arn));
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
