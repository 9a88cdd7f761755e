package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Requests a mapping by its UUID.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html">AWS
 *     Lambda API Reference: GetEventSourceMapping</a>
 */
public final class GetEventSourceMappingRequest extends Structure
    implements LambdaRequest,
        ToCopyableBuilder<GetEventSourceMappingRequest.Builder, GetEventSourceMappingRequest> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> UUID = MEMBERS.addToPath("UUID");

  static final Shape<GetEventSourceMappingRequest> SHAPE =
      shape(GetEventSourceMappingRequest.class, MEMBERS, GetEventSourceMappingRequest::new);

  private GetEventSourceMappingRequest(Values values) {
    super(values);
  }

  /**
   * Returns the UUID of the mapping.
   *
   * @see Builder#uuid(String)
   */
  public @Nullable String uuid() {
    return get(UUID);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static GetEventSourceMappingRequest fromJson(Map<String, Object> json) {
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
   * Builds a {@link GetEventSourceMappingRequest}. A member that is set to null is left out.
   *
   * <p>{@link LambdaRequest.Builder} has the setters for the settings of the call.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>,
          CopyableBuilder<Builder, GetEventSourceMappingRequest> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the UUID of the mapping. Required. */
    public Builder uuid(@Nullable String uuid) {
      return set(UUID, uuid);
    }

    @Override
    public GetEventSourceMappingRequest build() {
      return new GetEventSourceMappingRequest(values());
    }
  }
}
