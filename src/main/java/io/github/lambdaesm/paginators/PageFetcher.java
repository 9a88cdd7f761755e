package io.github.lambdaesm.paginators;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.pagination.sync.SyncPageFetcher;
import software.amazon.awssdk.core.util.PaginatorUtils;

/** Fetches the pages of one iteration, each by the marker that the page before it gave. */
final class PageFetcher implements SyncPageFetcher<ListEventSourceMappingsResponse> {
  private final LambdaClient client;
  private final ListEventSourceMappingsRequest firstRequest;
  private final MarkerCycleDetector trail;

  PageFetcher(LambdaClient client, ListEventSourceMappingsRequest firstRequest) {
    this.client = client;
    this.firstRequest = firstRequest;
    this.trail = new MarkerCycleDetector(firstRequest.marker());
  }

  @Override
  public boolean hasNextPage(ListEventSourceMappingsResponse page) {
    return PaginatorUtils.isOutputTokenAvailable(page.nextMarker());
  }

  /**
   * @param previous null before the first page
   */
  @Override
  public ListEventSourceMappingsResponse nextPage(
      @Nullable ListEventSourceMappingsResponse previous) {
    if (previous == null) {
      return fetch(firstRequest);
    }
    ListEventSourceMappingsRequest request =
        firstRequest.toBuilder().marker(previous.nextMarker()).build();
    trail.refuseCircle(request.marker());
    ListEventSourceMappingsResponse page = fetch(request);
    // Only now: after an error, the same page may be asked for again.
    trail.add(request.marker());
    return page;
  }

  private ListEventSourceMappingsResponse fetch(ListEventSourceMappingsRequest request) {
    // For the SDK's iterator null means that nothing is fetched yet: it would never come to an end.
    return Objects.requireNonNull(
        client.listEventSourceMappings(request), "the client gave null for a page");
  }
}
