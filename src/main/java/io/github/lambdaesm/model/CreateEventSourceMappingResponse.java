package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Describes the mapping that was created. It is usually in the state {@code Creating}. */
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
   * <p>{@link EventSourceMappingDescription.Builder} has the setters for the identity and state of
   * the mapping. {@link EventSourceMappingDefinition.Builder} has the setters for the event source
   * and the starting position, {@link EventSourceMappingSettings.Builder} those for everything else
   * that describes the mapping. {@link LambdaResponse.Builder} has the setter for the HTTP
   * response.
   *
   * <p>Setters throw an {@link IllegalArgumentException} if a collection contains null, if an enum
   * constant is {@code UNKNOWN_TO_SDK_VERSION}, or if a time cannot be expressed in milliseconds.
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
