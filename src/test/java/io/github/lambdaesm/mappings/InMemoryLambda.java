package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.ListTagsRequest;
import io.github.lambdaesm.model.ListTagsResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.TagResourceRequest;
import io.github.lambdaesm.model.TagResourceResponse;
import io.github.lambdaesm.model.UntagResourceRequest;
import io.github.lambdaesm.model.UntagResourceResponse;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A client as users write one for their tests: it keeps mappings in a map and knows what the test
 * needs. A change completes at the second look; the responses have no ARNs and no dates.
 */
final class InMemoryLambda implements LambdaClient {
  private final Map<String, EventSourceMappingConfiguration> mappings = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> tags = new TreeMap<>();
  private int hiddenLists;
  private int created;

  /** Hides all mappings from the next lists. */
  void hideFromLists(int times) {
    hiddenLists = times;
  }

  void settleAll() {
    mappings().forEach(mapping -> settle(mapping.uuid()));
  }

  List<EventSourceMappingConfiguration> mappings() {
    return List.copyOf(mappings.values());
  }

  @Override
  public CreateEventSourceMappingResponse createEventSourceMapping(
      CreateEventSourceMappingRequest request) {
    String functionArn = functionArn(request.functionName());
    for (EventSourceMappingConfiguration each : List.copyOf(mappings.values())) {
      if (functionArn.equals(each.functionArn())
          && request.eventSourceArn().equals(each.eventSourceArn())) {
        settle(each.uuid());
        throw ResourceConflictException.builder()
            .message("It exists. Please update the existing mapping with UUID " + each.uuid())
            .build();
      }
    }
    String uuid = new UUID(0, ++created).toString();
    EventSourceMappingConfiguration mapping =
        Shape.of(EventSourceMappingConfiguration.class)
            .copyOf(Shape.of(CreateEventSourceMappingRequest.class), request)
            .toBuilder()
            .uuid(uuid)
            .functionArn(functionArn)
            .state(Boolean.FALSE.equals(request.enabled()) ? "Disabled" : "Creating")
            .build();
    mappings.put(uuid, mapping);
    tags.put(uuid, new TreeMap<>(request.tags()));
    return Shape.of(CreateEventSourceMappingResponse.class)
        .copyOf(Shape.of(EventSourceMappingConfiguration.class), mapping);
  }

  private static String functionArn(String name) {
    return "arn:aws:lambda:us-east-1:123456789012:function:" + name;
  }

  /** Returns the mapping as it is now, and completes its change for the next look. */
  private EventSourceMappingConfiguration settle(String uuid) {
    EventSourceMappingConfiguration mapping = mappings.get(uuid);
    if (mapping == null) {
      throw ResourceNotFoundException.builder().message("There is none.").build();
    }
    switch (String.valueOf(mapping.state())) {
      case "Deleting" -> mappings.remove(uuid);
      case "Disabling" -> mappings.put(uuid, mapping.toBuilder().state("Disabled").build());
      case "Creating", "Updating" ->
          mappings.put(uuid, mapping.toBuilder().state("Enabled").build());
      default -> {}
    }
    return mapping;
  }

  @Override
  public GetEventSourceMappingResponse getEventSourceMapping(GetEventSourceMappingRequest request) {
    return Shape.of(GetEventSourceMappingResponse.class)
        .copyOf(Shape.of(EventSourceMappingConfiguration.class), settle(request.uuid()));
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    boolean hidden = hiddenLists-- > 0;
    return ListEventSourceMappingsResponse.builder()
        .eventSourceMappings(
            mappings().stream()
                .filter(each -> !hidden)
                .filter(each -> each.functionArn().endsWith(":" + request.functionName()))
                .map(each -> settle(each.uuid()))
                .toList())
        .build();
  }

  /** Returns the mapping if no change of it is in progress. */
  private EventSourceMappingConfiguration changeable(String uuid) {
    EventSourceMappingConfiguration mapping = settle(uuid);
    if (!List.of("Enabled", "Disabled").contains(String.valueOf(mapping.state()))) {
      throw ResourceInUseException.builder().message("in use").build();
    }
    return mapping;
  }

  @Override
  public UpdateEventSourceMappingResponse updateEventSourceMapping(
      UpdateEventSourceMappingRequest request) {
    EventSourceMappingConfiguration present = changeable(request.uuid());
    Shape<EventSourceMappingConfiguration> shape = Shape.of(EventSourceMappingConfiguration.class);
    for (Member<?> member : Shape.of(UpdateEventSourceMappingRequest.class).members()) {
      Object value = MemberValues.get(request, member.name());
      if (value != null && shape.member(member.name()) != null) {
        present = MemberValues.with(shape, present, member.name(), value);
      }
    }
    EventSourceMappingConfiguration.Builder mapping = present.toBuilder();
    mapping.state(Boolean.FALSE.equals(request.enabled()) ? "Disabling" : "Updating");
    if (request.functionName() != null) {
      mapping.functionArn(functionArn(request.functionName()));
    }
    mappings.put(request.uuid(), mapping.build());
    return Shape.of(UpdateEventSourceMappingResponse.class)
        .copyOf(Shape.of(EventSourceMappingConfiguration.class), mapping.build());
  }

  @Override
  public DeleteEventSourceMappingResponse deleteEventSourceMapping(
      DeleteEventSourceMappingRequest request) {
    EventSourceMappingConfiguration mapping =
        changeable(request.uuid()).toBuilder().state("Deleting").build();
    mappings.put(request.uuid(), mapping);
    return Shape.of(DeleteEventSourceMappingResponse.class)
        .copyOf(Shape.of(EventSourceMappingConfiguration.class), mapping);
  }

  private Map<String, String> tagsOf(String arn) {
    String uuid = arn.substring(arn.lastIndexOf(':') + 1);
    if (!mappings.containsKey(uuid)) {
      throw ResourceNotFoundException.builder().message("There is none.").build();
    }
    return tags.get(uuid);
  }

  @Override
  public ListTagsResponse listTags(ListTagsRequest request) {
    return ListTagsResponse.builder().tags(tagsOf(request.resource())).build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    tagsOf(request.resource()).putAll(request.tags());
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    tagsOf(request.resource()).keySet().removeAll(request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
