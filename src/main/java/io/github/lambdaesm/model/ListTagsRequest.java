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

/** Asks for the tags of a resource. */
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

  /** Builds a {@link ListTagsRequest}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>, CopyableBuilder<Builder, ListTagsRequest> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the ARN of the resource. Required; the ARN of an event source mapping, for example. At
     * most 256 characters.
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
