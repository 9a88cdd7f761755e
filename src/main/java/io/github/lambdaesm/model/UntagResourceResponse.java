package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Confirms that tags were removed. It has no members. */
public final class UntagResourceResponse extends Structure
    implements LambdaResponse,
        ToCopyableBuilder<UntagResourceResponse.Builder, UntagResourceResponse> {
  private static final Members MEMBERS = Members.create();

  static final Shape<UntagResourceResponse> SHAPE =
      responseShape(UntagResourceResponse.class, MEMBERS, UntagResourceResponse::new);

  private UntagResourceResponse(Values values) {
    super(values);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static UntagResourceResponse fromJson(Map<String, Object> json) {
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
   * Builds an {@link UntagResourceResponse}, for example in a test. {@link LambdaResponse.Builder}
   * has the setter for the HTTP response.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements LambdaResponse.BaseBuilder<Builder>,
          CopyableBuilder<Builder, UntagResourceResponse> {
    private Builder(Values.Builder values) {
      super(values);
    }

    @Override
    public UntagResourceResponse build() {
      return new UntagResourceResponse(values());
    }
  }
}
