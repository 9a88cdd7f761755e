package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * The mapping that was created, mostly in the state {@code Creating}: the service is still at work
 * on it.
 */
public final class CreateEventSourceMappingResponse extends EventSourceMappingDescription
    implements LambdaResponse,
        ToCopyableBuilder<
            CreateEventSourceMappingResponse.Builder, CreateEventSourceMappingResponse> {

  static final Shape<CreateEventSourceMappingResponse> SHAPE =
      responseShape(
          CreateEventSourceMappingResponse.class,
          EventSourceMappingDescription.MEMBERS,
          CreateEventSourceMappingResponse::new);

  private CreateEventSourceMappingResponse(Values values) {
    super(values);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CreateEventSourceMappingResponse fromJson(Map<String, Object> json) {
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
   * Builds a {@link CreateEventSourceMappingResponse}, for example in a test. A member that is set
   * to null is left out.
   *
   * <p>A null inside a collection, the constant {@code UNKNOWN_TO_SDK_VERSION} and a time too far
   * away to be sent are refused with an {@link IllegalArgumentException}.
   */
  public static final class Builder extends EventSourceMappingDescription.Builder<Builder>
      implements LambdaResponse.BaseBuilder<Builder>,
          CopyableBuilder<Builder, CreateEventSourceMappingResponse> {
    private Builder(Values.Builder values) {
      super(values);
    }

    @Override
    public CreateEventSourceMappingResponse build() {
      return new CreateEventSourceMappingResponse(values());
    }
  }
}
