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
 * Requests the tags of an event source mapping or a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html">AWS Lambda API
 *     Reference: ListTags</a>
 */
public final class ListTagsRequest extends Structure
    implements LambdaRequest, ToCopyableBuilder<ListTagsRequest.Builder, ListTagsRequest> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> RESOURCE = MEMBERS.addToPath("Resource");

  static final Shape<ListTagsRequest> SHAPE =
      shape(ListTagsRequest.class, MEMBERS, ListTagsRequest::new);

  private ListTagsRequest(Values values) {
    super(values);
  }

  /**
   * Returns the ARN of the resource.
   *
   * @see Builder#resource(String)
   */
  public @Nullable String resource() {
    return get(RESOURCE);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ListTagsRequest fromJson(Map<String, Object> json) {
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
   * Builds a {@link ListTagsRequest}. A member that is set to null is left out.
   *
   * <p>{@link LambdaRequest.Builder} has the setters for the settings of the call.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>, CopyableBuilder<Builder, ListTagsRequest> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the ARN of the resource, for example of an event source mapping or a function.
     *
     * <p>Required. At most 256 characters.
     *
     * @see EventSourceMappingDescription#eventSourceMappingArn()
     */
    public Builder resource(@Nullable String resource) {
      return set(RESOURCE, resource);
    }

    @Override
    public ListTagsRequest build() {
      return new ListTagsRequest(values());
    }
  }
}
