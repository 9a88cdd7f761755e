package io.github.lambdaesm.internal.protocol;

import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * A call of the Lambda API as data.
 *
 * @param name as the API names it
 * @param path of the collection, with no slash at its end
 */
public record Operation<I, O>(
    String name, SdkHttpMethod method, String path, Shape<I> input, Shape<O> output) {

  public static final Operation<CreateEventSourceMappingRequest, CreateEventSourceMappingResponse>
      CREATE_EVENT_SOURCE_MAPPING =
          new Operation<>(
              "CreateEventSourceMapping",
              SdkHttpMethod.POST,
              "/2015-03-31/event-source-mappings",
              Shape.of(CreateEventSourceMappingRequest.class),
              Shape.of(CreateEventSourceMappingResponse.class));
}
