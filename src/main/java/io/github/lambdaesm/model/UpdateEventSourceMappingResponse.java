package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * The mapping, mostly in the state {@code Updating}, {@code Enabling} or {@code Disabling}; it may
 * still show the old values.
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
