package io.github.lambdaesm.paginators;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Responds with the page at the requested marker, and records the requests. */
final class PagedClient implements LambdaClient {
  private final Map<String, ListEventSourceMappingsResponse> pages = new HashMap<>();
  private final List<ListEventSourceMappingsRequest> requests = new ArrayList<>();
  private SdkClientException failure;

  /**
   * Adds a page.
   *
   * @param marker null for the first page
   * @param nextMarker null for the last page
   */
  PagedClient page(String marker, String nextMarker, String... uuids) {
    pages.put(
        marker,
        ListEventSourceMappingsResponse.builder()
            .nextMarker(nextMarker)
            .eventSourceMappings(mappings(uuids))
            .build());
    return this;
  }

  private static List<EventSourceMappingConfiguration> mappings(String... uuids) {
    return Stream.of(uuids)
        .map(uuid -> EventSourceMappingConfiguration.builder().uuid(uuid).build())
        .toList();
  }

  /** Makes the next call fail, and only that one. */
  void failOnce(SdkClientException failure) {
    this.failure = failure;
  }

  List<ListEventSourceMappingsRequest> requests() {
    return requests;
  }

  int calls() {
    return requests.size();
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    requests.add(request);
    if (failure != null) {
      SdkClientException thrown = failure;
      failure = null;
      throw thrown;
    }
    return pages.get(request.marker());
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
