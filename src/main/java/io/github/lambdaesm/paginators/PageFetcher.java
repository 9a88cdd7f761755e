package io.github.lambdaesm.paginators;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.paging.MarkerCycleDetector;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.pagination.sync.SyncPageFetcher;
import software.amazon.awssdk.core.util.PaginatorUtils;

/** Fetches the pages of one iteration, each with the marker of the previous page. */
final class PageFetcher implements SyncPageFetcher<ListEventSourceMappingsResponse> {
  private final LambdaClient client;
  private final ListEventSourceMappingsRequest firstRequest;
  private final MarkerCycleDetector cycleDetector;

  PageFetcher(LambdaClient client, ListEventSourceMappingsRequest firstRequest) {
    this.client = client;
    this.firstRequest = firstRequest;
    this.cycleDetector = new MarkerCycleDetector(firstRequest.marker());
  }

  @Override
  public boolean hasNextPage(ListEventSourceMappingsResponse page) {
    return PaginatorUtils.isOutputTokenAvailable(page.nextMarker());
  }

  /**
   * Fetches the page after the given one.
   *
   * @param previous the previous page; null to fetch the first page
   */
  @Override
  public ListEventSourceMappingsResponse nextPage(
      @Nullable ListEventSourceMappingsResponse previous) {
    if (previous == null) {
      return fetch(firstRequest);
    }
    ListEventSourceMappingsRequest request =
        firstRequest.toBuilder().marker(previous.nextMarker()).build();
    cycleDetector.rejectRepeated(request.marker());
    ListEventSourceMappingsResponse page = fetch(request);
    // Only after success, because a failed page may be requested again.
    cycleDetector.add(request.marker());
    return page;
  }

  private ListEventSourceMappingsResponse fetch(ListEventSourceMappingsRequest request) {
    // The SDK's iterator takes null to mean that nothing is fetched yet, and would never end.
    return Objects.requireNonNull(
        client.listEventSourceMappings(request), "the client returned null instead of a page");
  }
}
