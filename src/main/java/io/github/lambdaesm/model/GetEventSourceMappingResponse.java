package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** The mapping that was asked for. */
public final class GetEventSourceMappingResponse extends EventSourceMappingDescription
    implements LambdaResponse,
        ToCopyableBuilder<GetEventSourceMappingResponse.Builder, GetEventSourceMappingResponse> {

  static final Shape<GetEventSourceMappingResponse> SHAPE =
      shape(
          GetEventSourceMappingResponse.class,
          EventSourceMappingDescription.MEMBERS,
          GetEventSourceMappingResponse::new);

  private GetEventSourceMappingResponse(Values values) {
    super(values);
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder(SHAPE.newValues());
  }

  @Override
  public Builder toBuilder() {
    return new Builder(values().toBuilder());
  }

  /** Builds a {@link GetEventSourceMappingResponse}. A member set to null is left out. */
  public static final class Builder extends EventSourceMappingDescription.Builder<Builder>
      implements LambdaResponse.Builder, CopyableBuilder<Builder, GetEventSourceMappingResponse> {
    private Builder(Values.Builder values) {
      super(values);
    }

    @Override
    public GetEventSourceMappingResponse build() {
      return new GetEventSourceMappingResponse(values());
    }
  }
}
