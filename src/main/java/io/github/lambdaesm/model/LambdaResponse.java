package io.github.lambdaesm.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What all responses are. */
public sealed interface LambdaResponse
    permits CreateEventSourceMappingResponse,
        DeleteEventSourceMappingResponse,
        GetEventSourceMappingResponse,
        ListEventSourceMappingsResponse,
        ListTagsResponse,
        TagResourceResponse,
        UntagResourceResponse,
        UpdateEventSourceMappingResponse {

  /**
   * Returns the HTTP response, with its status and headers and without its body. It is in neither
   * {@code equals}, {@code hashCode} and {@code toString} nor in JSON. Null if no call made this
   * response and none was set.
   */
  default @Nullable SdkHttpResponse sdkHttpResponse() {
    // All that are permitted are structures. Few callers ask, so it is made when one does.
    return made(((Structure) this).values().attachment());
  }

  private static @Nullable SdkHttpResponse made(@Nullable Object attachment) {
    return attachment == null ? null : (SdkHttpResponse) ((Supplier<?>) attachment).get();
  }

  private static @Nullable Supplier<SdkHttpResponse> maker(@Nullable SdkHttpResponse response) {
    return response == null ? null : () -> response;
  }

  /** Returns what the service says of this response besides its content: the ID of the request. */
  default LambdaResponseMetadata responseMetadata() {
    return LambdaResponseMetadata.of(sdkHttpResponse());
  }

  /** A builder with the members of this response. */
  Builder toBuilder();

  /** What the builders of all responses are. */
  sealed interface Builder permits BaseBuilder {

    /** Sets the HTTP response, for a test; a call sets it by itself. */
    Builder sdkHttpResponse(@Nullable SdkHttpResponse sdkHttpResponse);

    /** Returns the HTTP response as it has been set until now. */
    @Nullable SdkHttpResponse sdkHttpResponse();

    /** The response. */
    LambdaResponse build();
  }

  /**
   * The setters that all responses share, each returning the builder it is called on.
   *
   * @param <B> the builder's own class
   */
  sealed interface BaseBuilder<B extends BaseBuilder<B>> extends Builder
      permits CreateEventSourceMappingResponse.Builder,
          DeleteEventSourceMappingResponse.Builder,
          GetEventSourceMappingResponse.Builder,
          ListEventSourceMappingsResponse.Builder,
          ListTagsResponse.Builder,
          TagResourceResponse.Builder,
          UntagResourceResponse.Builder,
          UpdateEventSourceMappingResponse.Builder {

    @Override
    @SuppressWarnings("unchecked") // a Structure.Builder, as all that are permitted, that names B
    default B sdkHttpResponse(@Nullable SdkHttpResponse sdkHttpResponse) {
      return ((Structure.Builder<B>) this).attach(maker(sdkHttpResponse));
    }

    @Override
    default @Nullable SdkHttpResponse sdkHttpResponse() {
      return made(((Structure.Builder<?>) this).attachment());
    }
  }
}
