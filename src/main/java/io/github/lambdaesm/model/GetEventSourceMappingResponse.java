package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Describes the mapping that was requested, with its state. */
public final class GetEventSourceMappingResponse extends EventSourceMappingDescription
    implements LambdaResponse,
        ToCopyableBuilder<GetEventSourceMappingResponse.Builder, GetEventSourceMappingResponse> {

  static final Shape<GetEventSourceMappingResponse> SHAPE =
      responseShape(
          GetEventSourceMappingResponse.class,
          EventSourceMappingDescription.MEMBERS,
          GetEventSourceMappingResponse::new);

  private GetEventSourceMappingResponse(Values values) {
    super(values);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static GetEventSourceMappingResponse fromJson(Map<String, Object> json) {
    return SHAPE.fromJson(json);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder(SHAPE.newValues());
  }

  @Override
  public Builder toBuilder() {
    return new Builder(values().toBuilder());
  }

  /**
   * Builds a {@link GetEventSourceMappingResponse}, for example in a test. A member that is set to
   * null is left out.
   *
   * <p>{@link EventSourceMappingDescription.Builder} has the setters for the identity and state of
   * the mapping. {@link EventSourceMappingDefinition.Builder} has the setters for the event source
   * and the starting position, {@link EventSourceMappingSettings.Builder} those for everything else
   * that describes the mapping. {@link LambdaResponse.Builder} has the setter for the HTTP
   * response.
   */
  public static final class Builder extends EventSourceMappingDescription.Builder<Builder>
      implements LambdaResponse.BaseBuilder<Builder>,
          CopyableBuilder<Builder, GetEventSourceMappingResponse> {
    private Builder(Values.Builder values) {
      super(values);
    }

    @Override
    public GetEventSourceMappingResponse build() {
      return new GetEventSourceMappingResponse(values());
    }
  }
}
