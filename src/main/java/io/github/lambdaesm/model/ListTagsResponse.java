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

/** Contains the tags of a resource. */
public final class ListTagsResponse extends Structure
    implements LambdaResponse, ToCopyableBuilder<ListTagsResponse.Builder, ListTagsResponse> {
  private static final Members MEMBERS = Members.create();
  private static final Member<Map<String, String>> TAGS =
      MEMBERS.add("Tags", Types.mapOf(Types.STRING));

  static final Shape<ListTagsResponse> SHAPE =
      responseShape(ListTagsResponse.class, MEMBERS, ListTagsResponse::new);

  private ListTagsResponse(Values values) {
    super(values);
  }

  /** Returns whether {@link #tags()} is set, even to an empty collection. */
  public boolean hasTags() {
    return has(TAGS);
  }

  /**
   * Returns the tags, as a map from keys to values. Never null; empty if absent.
   *
   * @see Builder#tags(Map)
   */
  public Map<String, String> tags() {
    return getMap(TAGS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ListTagsResponse fromJson(Map<String, Object> json) {
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
   * Builds a {@link ListTagsResponse}, for example in a test. A member that is set to null is left
   * out.
   *
   * <p>{@link LambdaResponse.Builder} has the setter for the HTTP response.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements LambdaResponse.BaseBuilder<Builder>, CopyableBuilder<Builder, ListTagsResponse> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the tags, as a map from keys to values.
     *
     * @throws IllegalArgumentException if a key or a value is null
     */
    public Builder tags(@Nullable Map<String, String> tags) {
      return setMap(TAGS, tags);
    }

    @Override
    public ListTagsResponse build() {
      return new ListTagsResponse(values());
    }
  }
}
