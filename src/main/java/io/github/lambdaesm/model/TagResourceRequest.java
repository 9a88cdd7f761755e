package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Adds tags to an event source mapping or a function. A tag with the same key is overwritten.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html">AWS Lambda API
 *     Reference: TagResource</a>
 */
public final class TagResourceRequest extends Structure
    implements LambdaRequest, ToCopyableBuilder<TagResourceRequest.Builder, TagResourceRequest> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> RESOURCE = MEMBERS.addToPath("Resource");
  private static final Member<Map<String, String>> TAGS =
      MEMBERS.add("Tags", Types.mapOf(Types.STRING));

  static final Shape<TagResourceRequest> SHAPE =
      shape(TagResourceRequest.class, MEMBERS, TagResourceRequest::new);

  private TagResourceRequest(Values values) {
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

  /** Returns whether {@link #tags()} is set, even to an empty collection. */
  public boolean hasTags() {
    return has(TAGS);
  }

  /**
   * Returns the tags to add. Never null; empty if absent.
   *
   * @see Builder#tags(Map)
   */
  public Map<String, String> tags() {
    return getMap(TAGS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static TagResourceRequest fromJson(Map<String, Object> json) {
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
   * Builds a {@link TagResourceRequest}. A member that is set to null is left out.
   *
   * <p>{@link LambdaRequest.Builder} has the setters for the settings of the call.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>, CopyableBuilder<Builder, TagResourceRequest> {
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

    /**
     * Sets the tags to add, as a map from keys to values. Required. A resource can have at most 50
     * tags.
     *
     * @throws IllegalArgumentException if a key or a value is null
     */
    public Builder tags(@Nullable Map<String, String> tags) {
      return setMap(TAGS, tags);
    }

    @Override
    public TagResourceRequest build() {
      return new TagResourceRequest(values());
    }
  }
}
