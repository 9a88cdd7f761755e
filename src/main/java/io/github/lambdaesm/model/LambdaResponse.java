package io.github.lambdaesm.model;

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

  /** A builder with the members of this response. */
  Builder toBuilder();

  /** What the builders of all responses are. */
  sealed interface Builder
      permits CreateEventSourceMappingResponse.Builder,
          DeleteEventSourceMappingResponse.Builder,
          GetEventSourceMappingResponse.Builder,
          ListEventSourceMappingsResponse.Builder,
          ListTagsResponse.Builder,
          TagResourceResponse.Builder,
          UntagResourceResponse.Builder,
          UpdateEventSourceMappingResponse.Builder {

    /** The response. */
    LambdaResponse build();
  }
}
