package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Describes the mapping that is being updated. It is usually in the state {@code Updating}, {@code
 * Enabling} or {@code Disabling}, and may still have the old values.
 */
public final class UpdateEventSourceMappingResponse extends EventSourceMappingDescription
    implements LambdaResponse,
        ToCopyableBuilder<
            UpdateEventSourceMappingResponse.Builder, UpdateEventSourceMappingResponse> {

  static final Shape<UpdateEventSourceMappingResponse> SHAPE =
      responseShape(
          UpdateEventSourceMappingResponse.class,
          EventSourceMappingDescription.MEMBERS,
          UpdateEventSourceMappingResponse::new);

  private UpdateEventSourceMappingResponse(Values values) {
    super(values);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static UpdateEventSourceMappingResponse fromJson(Map<String, Object> json) {
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
   * Builds an {@link UpdateEventSourceMappingResponse}, for example in a test. A member that is set
   * to null is left out.
   *
   * <p>{@link EventSourceMappingDescription.Builder} has the setters for the identity and state of
   * the mapping. {@link EventSourceMappingDefinition.Builder} has the setters for the event source
   * and the starting position, {@link EventSourceMappingSettings.Builder} those for everything else
   * that describes the mapping. {@link LambdaResponse.Builder} has the setter for the HTTP
   * response.
   */
  public static final class Builder extends EventSourceMappingDescription.Builder<Builder>
      implements LambdaResponse.BaseBuilder<Builder>,
          CopyableBuilder<Builder, UpdateEventSourceMappingResponse> {
    private Builder(Values.Builder values) {
      super(values);
    }

    @Override
    public UpdateEventSourceMappingResponse build() {
      return new UpdateEventSourceMappingResponse(values());
    }
  }
}
