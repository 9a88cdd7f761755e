package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.ListTagsRequest;
import io.github.lambdaesm.model.ListTagsResponse;
import io.github.lambdaesm.model.TagResourceRequest;
import io.github.lambdaesm.model.TagResourceResponse;
import io.github.lambdaesm.model.UntagResourceRequest;
import io.github.lambdaesm.model.UntagResourceResponse;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingResponse;
import java.util.function.Function;

/** Calls the eight operations of a client at a limited rate. */
final class PacedClient {
  private final LambdaClient client;

  PacedClient(LambdaClient client) {
    this.client = client;
  }

  CreateEventSourceMappingResponse create(
      CreateEventSourceMappingRequest request, Deadline deadline) {
    return call(client::createEventSourceMapping, request, deadline);
  }

  GetEventSourceMappingResponse get(GetEventSourceMappingRequest request, Deadline deadline) {
    return call(client::getEventSourceMapping, request, deadline);
  }

  UpdateEventSourceMappingResponse update(
      UpdateEventSourceMappingRequest request, Deadline deadline) {
    return call(client::updateEventSourceMapping, request, deadline);
  }

  DeleteEventSourceMappingResponse delete(
      DeleteEventSourceMappingRequest request, Deadline deadline) {
    return call(client::deleteEventSourceMapping, request, deadline);
  }

  ListEventSourceMappingsResponse list(ListEventSourceMappingsRequest request, Deadline deadline) {
    return call(client::listEventSourceMappings, request, deadline);
  }

  ListTagsResponse listTags(ListTagsRequest request, Deadline deadline) {
    return call(client::listTags, request, deadline);
  }

  TagResourceResponse tag(TagResourceRequest request, Deadline deadline) {
    return call(client::tagResource, request, deadline);
  }

  UntagResourceResponse untag(UntagResourceRequest request, Deadline deadline) {
    return call(client::untagResource, request, deadline);
  }

  private <Q, R> R call(Function<Q, R> operation, Q request, Deadline deadline) {
    return operation.apply(request);
  }
}
