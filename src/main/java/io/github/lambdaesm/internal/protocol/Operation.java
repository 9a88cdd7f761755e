package io.github.lambdaesm.internal.protocol;

import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaRequest;
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
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Describes an operation of the Lambda API. Created on demand, because constants would load the
 * classes of all operations at the first call.
 *
 * @param name the operation's name in the API
 * @param path the path, without a slash at its end; may contain one member's name in braces
 */
public record Operation<I extends LambdaRequest, O>(
    String name, SdkHttpMethod method, String path, Class<I> inputType, Class<O> outputType) {
  private static final String MAPPINGS = "/2015-03-31/event-source-mappings";
  private static final String MAPPING = MAPPINGS + "/{UUID}";
  private static final String TAGS = "/2017-03-31/tags/{Resource}";

  public static Operation<CreateEventSourceMappingRequest, CreateEventSourceMappingResponse>
      createEventSourceMapping() {
    return new Operation<>(
        "CreateEventSourceMapping",
        SdkHttpMethod.POST,
        MAPPINGS,
        CreateEventSourceMappingRequest.class,
        CreateEventSourceMappingResponse.class);
  }

  public static Operation<GetEventSourceMappingRequest, GetEventSourceMappingResponse>
      getEventSourceMapping() {
    return new Operation<>(
        "GetEventSourceMapping",
        SdkHttpMethod.GET,
        MAPPING,
        GetEventSourceMappingRequest.class,
        GetEventSourceMappingResponse.class);
  }

  public static Operation<ListEventSourceMappingsRequest, ListEventSourceMappingsResponse>
      listEventSourceMappings() {
    return new Operation<>(
        "ListEventSourceMappings",
        SdkHttpMethod.GET,
        MAPPINGS,
        ListEventSourceMappingsRequest.class,
        ListEventSourceMappingsResponse.class);
  }

  public static Operation<UpdateEventSourceMappingRequest, UpdateEventSourceMappingResponse>
      updateEventSourceMapping() {
    return new Operation<>(
        "UpdateEventSourceMapping",
        SdkHttpMethod.PUT,
        MAPPING,
        UpdateEventSourceMappingRequest.class,
        UpdateEventSourceMappingResponse.class);
  }

  public static Operation<DeleteEventSourceMappingRequest, DeleteEventSourceMappingResponse>
      deleteEventSourceMapping() {
    return new Operation<>(
        "DeleteEventSourceMapping",
        SdkHttpMethod.DELETE,
        MAPPING,
        DeleteEventSourceMappingRequest.class,
        DeleteEventSourceMappingResponse.class);
  }

  public static Operation<TagResourceRequest, TagResourceResponse> tagResource() {
    return new Operation<>(
        "TagResource",
        SdkHttpMethod.POST,
        TAGS,
        TagResourceRequest.class,
        TagResourceResponse.class);
  }

  public static Operation<UntagResourceRequest, UntagResourceResponse> untagResource() {
    return new Operation<>(
        "UntagResource",
        SdkHttpMethod.DELETE,
        TAGS,
        UntagResourceRequest.class,
        UntagResourceResponse.class);
  }

  public static Operation<ListTagsRequest, ListTagsResponse> listTags() {
    return new Operation<>(
        "ListTags", SdkHttpMethod.GET, TAGS, ListTagsRequest.class, ListTagsResponse.class);
  }

  public Shape<I> input() {
    return Shape.of(inputType);
  }

  public Shape<O> output() {
    return Shape.of(outputType);
  }
}
