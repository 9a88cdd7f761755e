package io.github.lambdaesm.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The interface of all responses. */
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
   * Returns the HTTP response: its status and headers, without its body.
   *
   * <p>It is not part of {@code equals}, {@code hashCode}, {@code toString} or JSON. It is null if
   * the response does not come from a call and none was set.
   */
  default @Nullable SdkHttpResponse sdkHttpResponse() {
    // All permitted classes are structures. The response is created lazily, because few callers use
    // it.
    return httpResponse(((Structure) this).values().attachment());
  }

  private static @Nullable SdkHttpResponse httpResponse(@Nullable Object attachment) {
    return attachment == null ? null : (SdkHttpResponse) ((Supplier<?>) attachment).get();
  }

  private static @Nullable Supplier<SdkHttpResponse> supplier(@Nullable SdkHttpResponse response) {
    return response == null ? null : () -> response;
  }

  /** Returns the metadata of this response: the request ID. */
  default LambdaResponseMetadata responseMetadata() {
    return LambdaResponseMetadata.of(sdkHttpResponse());
  }

  /** Returns a builder with the members of this response. */
  Builder toBuilder();

  /** The interface of all response builders. */
  sealed interface Builder permits BaseBuilder {

    /** Sets the HTTP response, for a test. A call sets it itself. */
    Builder sdkHttpResponse(@Nullable SdkHttpResponse sdkHttpResponse);

    /** Returns the HTTP response, or null if none is set. */
    @Nullable SdkHttpResponse sdkHttpResponse();

    /** Builds the response. */
    LambdaResponse build();
  }

  /**
   * Narrows the return types of the setters that all responses share.
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
    @SuppressWarnings("unchecked") // every permitted class is a Structure.Builder<B>
    default B sdkHttpResponse(@Nullable SdkHttpResponse sdkHttpResponse) {
      return ((Structure.Builder<B>) this).attach(supplier(sdkHttpResponse));
    }

    @Override
    default @Nullable SdkHttpResponse sdkHttpResponse() {
      return httpResponse(((Structure.Builder<?>) this).attachment());
    }
  }
}
