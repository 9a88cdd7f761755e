package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.paginators.ListEventSourceMappingsIterable;

/** Lists mappings page by page, paced and under a deadline. One page is in memory at a time. */
final class PagedList implements LambdaClient {
  private final PacedClient client;
  private final Deadline deadline;

  private PagedList(PacedClient client, Deadline deadline) {
    this.client = client;
    this.deadline = deadline;
  }

  static Iterable<EventSourceMappingConfiguration> of(
      PacedClient client, ListEventSourceMappingsRequest request, Deadline deadline) {
    return new ListEventSourceMappingsIterable(new PagedList(client, deadline), request)
        .eventSourceMappings();
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    return client.list(request, deadline);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
