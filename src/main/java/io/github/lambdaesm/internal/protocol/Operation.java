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
 * A call of the Lambda API as data. The first call of a process needs the shapes of its own
 * operation only, so they are looked for when they are asked for.
 *
 * @param name as the API names it
 * @param path with the names of the members that belong into it in braces; no slash at its end
 */
public record Operation<I extends LambdaRequest, O>(
    String name, SdkHttpMethod method, String path, Class<I> inputType, Class<O> outputType) {
  private static final String MAPPINGS = "/2015-03-31/event-source-mappings";
  private static final String MAPPING = MAPPINGS + "/{UUID}";
  private static final String TAGS = "/2017-03-31/tags/{Resource}";

  public static final Operation<CreateEventSourceMappingRequest, CreateEventSourceMappingResponse>
      CREATE_EVENT_SOURCE_MAPPING =
          new Operation<>(
              "CreateEventSourceMapping",
              SdkHttpMethod.POST,
              MAPPINGS,
              CreateEventSourceMappingRequest.class,
              CreateEventSourceMappingResponse.class);

  public static final Operation<GetEventSourceMappingRequest, GetEventSourceMappingResponse>
      GET_EVENT_SOURCE_MAPPING =
          new Operation<>(
              "GetEventSourceMapping",
              SdkHttpMethod.GET,
              MAPPING,
              GetEventSourceMappingRequest.class,
              GetEventSourceMappingResponse.class);

  public static final Operation<ListEventSourceMappingsRequest, ListEventSourceMappingsResponse>
      LIST_EVENT_SOURCE_MAPPINGS =
          new Operation<>(
              "ListEventSourceMappings",
              SdkHttpMethod.GET,
              MAPPINGS,
              ListEventSourceMappingsRequest.class,
              ListEventSourceMappingsResponse.class);

  public static final Operation<UpdateEventSourceMappingRequest, UpdateEventSourceMappingResponse>
      UPDATE_EVENT_SOURCE_MAPPING =
          new Operation<>(
              "UpdateEventSourceMapping",
              SdkHttpMethod.PUT,
              MAPPING,
              UpdateEventSourceMappingRequest.class,
              UpdateEventSourceMappingResponse.class);

  public static final Operation<DeleteEventSourceMappingRequest, DeleteEventSourceMappingResponse>
      DELETE_EVENT_SOURCE_MAPPING =
          new Operation<>(
              "DeleteEventSourceMapping",
              SdkHttpMethod.DELETE,
              MAPPING,
              DeleteEventSourceMappingRequest.class,
              DeleteEventSourceMappingResponse.class);

  public static final Operation<TagResourceRequest, TagResourceResponse> TAG_RESOURCE =
      new Operation<>(
          "TagResource",
          SdkHttpMethod.POST,
          TAGS,
          TagResourceRequest.class,
          TagResourceResponse.class);

  public static final Operation<UntagResourceRequest, UntagResourceResponse> UNTAG_RESOURCE =
      new Operation<>(
          "UntagResource",
          SdkHttpMethod.DELETE,
          TAGS,
          UntagResourceRequest.class,
          UntagResourceResponse.class);

  public static final Operation<ListTagsRequest, ListTagsResponse> LIST_TAGS =
      new Operation<>(
          "ListTags", SdkHttpMethod.GET, TAGS, ListTagsRequest.class, ListTagsResponse.class);

  public Shape<I> input() {
    return Shape.of(inputType);
  }

  public Shape<O> output() {
    return Shape.of(outputType);
  }
}
