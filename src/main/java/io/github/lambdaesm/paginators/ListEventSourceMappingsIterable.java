package io.github.lambdaesm.paginators;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import java.util.Iterator;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.pagination.sync.PaginatedResponsesIterator;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;

/**
 * Iterates over all pages of mappings, or with {@link #eventSourceMappings()} over the mappings
 * themselves.
 *
 * <pre>{@code
 * for (EventSourceMappingConfiguration mapping :
 *     lambda.listEventSourceMappingsPaginator().eventSourceMappings()) {
 *   uuids.add(mapping.uuid());
 * }
 * }</pre>
 *
 * <p>A page is fetched only when it is needed, with {@link
 * LambdaClient#listEventSourceMappings(ListEventSourceMappingsRequest)}. Iterating therefore throws
 * the exceptions of that method, and if you stop iterating, no more pages are fetched. After an
 * exception, the iterator can be used again and requests the same page again. One page is in memory
 * at a time.
 *
 * <p>Every iteration and every stream starts again with the first request. Use each iterator in one
 * thread at a time. The iterable itself is thread-safe.
 *
 * <p>A page may be empty although more pages follow. The last page has no {@code nextMarker}, or an
 * empty one.
 *
 * <p>If the service returns a marker that the list has already passed, the list would never end.
 * The page with that marker is still returned, and requesting the next one throws an {@link
 * SdkClientException} that names the marker. A marker that equals the previous one is detected at
 * once. A longer cycle is detected within three times the number of distinct pages, because
 * remembering every marker would need unbounded memory.
 */
public class ListEventSourceMappingsIterable
    implements SdkIterable<ListEventSourceMappingsResponse> {
  private final LambdaClient client;
  private final ListEventSourceMappingsRequest firstRequest;

  /**
   * Creates an iterable that sends nothing until it is read. Usually, call {@link
   * LambdaClient#listEventSourceMappingsPaginator(ListEventSourceMappingsRequest)} instead.
   *
   * @param client the client that fetches the pages
   * @param firstRequest the request for the first page; for later pages, only the marker changes
   * @throws NullPointerException if an argument is null
   */
  public ListEventSourceMappingsIterable(
      LambdaClient client, ListEventSourceMappingsRequest firstRequest) {
    this.client = Objects.requireNonNull(client, "the client is null");
    this.firstRequest =
        Objects.requireNonNull(firstRequest, "the request of ListEventSourceMappings is null");
  }

  /** Returns a new iterator over the pages. Its first {@code next()} fetches the first page. */
  @Override
  @SuppressWarnings("unchecked") // the SDK's builder has no type parameter
  public Iterator<ListEventSourceMappingsResponse> iterator() {
    return PaginatedResponsesIterator.builder()
        .nextPageFetcher(new PageFetcher(client, firstRequest))
        .build();
  }

  /**
   * Returns the mappings of all pages in sequence.
   *
   * <p>A page is fetched when {@code hasNext()} or {@code next()} reaches its first mapping.
   */
  public SdkIterable<EventSourceMappingConfiguration> eventSourceMappings() {
    // The SDK's PaginatedItemsIterable fetches the first page as soon as iterator() is called.
    return () -> stream().flatMap(page -> page.eventSourceMappings().stream()).iterator();
  }
}
