package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Removes tags from an event source mapping or a function. Keys without a tag are ignored.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html">AWS Lambda
 *     API Reference: UntagResource</a>
 */
public final class UntagResourceRequest extends Structure
    implements LambdaRequest,
        ToCopyableBuilder<UntagResourceRequest.Builder, UntagResourceRequest> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> RESOURCE = MEMBERS.addToPath("Resource");
  private static final Member<List<String>> TAG_KEYS =
      MEMBERS.addToQuery("TagKeys", Types.listOf(Types.STRING), "tagKeys");

  static final Shape<UntagResourceRequest> SHAPE =
      shape(UntagResourceRequest.class, MEMBERS, UntagResourceRequest::new);

  private UntagResourceRequest(Values values) {
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

  /** Returns whether {@link #tagKeys()} is set, even to an empty collection. */
  public boolean hasTagKeys() {
    return has(TAG_KEYS);
  }

  /**
   * Returns the keys of the tags to remove. Never null; empty if absent.
   *
   * @see Builder#tagKeys(Collection)
   */
  public List<String> tagKeys() {
    return getList(TAG_KEYS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static UntagResourceRequest fromJson(Map<String, Object> json) {
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
   * Builds an {@link UntagResourceRequest}. A member that is set to null is left out.
   *
   * <p>{@link LambdaRequest.Builder} has the setters for the settings of the call.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>,
          CopyableBuilder<Builder, UntagResourceRequest> {
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
     * Sets the keys of the tags to remove. Required.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder tagKeys(@Nullable Collection<String> tagKeys) {
      return setList(TAG_KEYS, tagKeys);
    }

    /**
     * Sets the keys of the tags to remove. Required.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder tagKeys(String... tagKeys) {
      return setList(TAG_KEYS, Arrays.asList(tagKeys));
    }

    @Override
    public UntagResourceRequest build() {
      return new UntagResourceRequest(values());
    }
  }
}
