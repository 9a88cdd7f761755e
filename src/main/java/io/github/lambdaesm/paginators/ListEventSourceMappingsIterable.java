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
 * All pages of a list of mappings, or by {@link #eventSourceMappings()} the mappings themselves.
 *
 * <p>A page is fetched when it is needed and not before, with {@link
 * LambdaClient#listEventSourceMappings(ListEventSourceMappingsRequest)}; so reading may throw
 * whatever that call throws, and who stops reading causes no more calls. An iterator that has
 * thrown can be asked again, and then asks for the same page again. It keeps one page in memory,
 * however long the list is.
 *
 * <p>Every iteration and every stream lists afresh, beginning with the first request, and belongs
 * to one thread at a time. The iterable itself is safe for use by many threads.
 *
 * <p>A page may be empty, and others may follow it. The list ends with the page that has no {@code
 * nextMarker}, or an empty one.
 *
 * <p>A marker that the list has been at before would lead round in a circle. The page that gives it
 * is still handed out; asking for the next one throws an {@link SdkClientException} that names the
 * marker. A marker that repeats the one just before is noticed at once. A longer circle is noticed
 * too, after at most three times as many pages as it takes to see all of them once: to remember
 * every marker would take memory without bound.
 */
public class ListEventSourceMappingsIterable
    implements SdkIterable<ListEventSourceMappingsResponse> {
  private final LambdaClient client;
  private final ListEventSourceMappingsRequest firstRequest;

  /**
   * A list that has not begun; {@link
   * LambdaClient#listEventSourceMappingsPaginator(ListEventSourceMappingsRequest)} makes it.
   *
   * @param client fetches the pages
   * @param firstRequest asks for the first page, and but for the marker for all others
   * @throws NullPointerException if one of them is null
   */
  public ListEventSourceMappingsIterable(
      LambdaClient client, ListEventSourceMappingsRequest firstRequest) {
    this.client = Objects.requireNonNull(client, "the client is null");
    this.firstRequest =
        Objects.requireNonNull(firstRequest, "the request of ListEventSourceMappings is null");
  }

  /** Begins a new iteration over the pages; the first one is fetched by {@code next()}. */
  @Override
  @SuppressWarnings("unchecked") // the SDK's builder has no type parameter
  public Iterator<ListEventSourceMappingsResponse> iterator() {
    return PaginatedResponsesIterator.builder()
        .nextPageFetcher(new PageFetcher(client, firstRequest))
        .build();
  }

  /**
   * The mappings of all pages, one after the other. A page is fetched when its first mapping is
   * asked for, by {@code hasNext()} or {@code next()}.
   */
  public SdkIterable<EventSourceMappingConfiguration> eventSourceMappings() {
    // The SDK's PaginatedItemsIterable fetches the first page as soon as iterator() is called.
    return () -> stream().flatMap(page -> page.eventSourceMappings().stream()).iterator();
  }
}
