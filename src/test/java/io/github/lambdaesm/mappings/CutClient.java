package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts the calls of a client and puts something in the way of one of them. */
final class CutClient implements LambdaClient {
  private final LambdaClient client;
  private final int index;
  private final Cut cut;
  private final List<String> calls = new ArrayList<>();

  /** Makes the call, or not. */
  interface Cut {
    <R> R call(Supplier<R> call);
  }

  CutClient(LambdaClient client, int index, Cut cut) {
    this.client = client;
    this.index = index;
    this.cut = cut;
  }

  /** Returns the names of the operations that were called. */
  List<String> calls() {
    return calls;
  }

  private <R> R call(String operation, Supplier<R> call) {
    calls.add(operation);
    return calls.size() - 1 == index ? cut.call(call) : call.get();
  }

  @Override
  public CreateEventSourceMappingResponse createEventSourceMapping(
      CreateEventSourceMappingRequest request) {
    return call("CreateEventSourceMapping", () -> client.createEventSourceMapping(request));
  }

  @Override
  public GetEventSourceMappingResponse getEventSourceMapping(GetEventSourceMappingRequest request) {
    return call("GetEventSourceMapping", () -> client.getEventSourceMapping(request));
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    return call("ListEventSourceMappings", () -> client.listEventSourceMappings(request));
  }

  @Override
  public UpdateEventSourceMappingResponse updateEventSourceMapping(
      UpdateEventSourceMappingRequest request) {
    return call("UpdateEventSourceMapping", () -> client.updateEventSourceMapping(request));
  }

  @Override
  public DeleteEventSourceMappingResponse deleteEventSourceMapping(
      DeleteEventSourceMappingRequest request) {
    return call("DeleteEventSourceMapping", () -> client.deleteEventSourceMapping(request));
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    return call("TagResource", () -> client.tagResource(request));
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    return call("UntagResource", () -> client.untagResource(request));
  }

  @Override
  public ListTagsResponse listTags(ListTagsRequest request) {
    return call("ListTags", () -> client.listTags(request));
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
