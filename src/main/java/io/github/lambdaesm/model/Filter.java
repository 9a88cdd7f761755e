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
 * Holds one filter pattern.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">AWS
 *     Lambda Developer Guide: event filtering</a>
 */
public final class Filter extends Structure implements ToCopyableBuilder<Filter.Builder, Filter> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> PATTERN = MEMBERS.add("Pattern", Types.STRING);

  static final Shape<Filter> SHAPE = shape(Filter.class, MEMBERS, Filter::new);

  private Filter(Values values) {
    super(values);
  }

  /**
   * Returns the pattern, a JSON object in a string.
   *
   * @see Builder#pattern(String)
   */
  public @Nullable String pattern() {
    return get(PATTERN);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Filter fromJson(Map<String, Object> json) {
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

  /** Builds a {@link Filter}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, Filter> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the pattern, a JSON object in a string. For example, {@code {"body": {"kind":
     * ["order"]}}} matches SQS messages whose JSON body has the kind {@code order}.
     *
     * <p>At most 4,096 characters.
     */
    public Builder pattern(@Nullable String pattern) {
      return set(PATTERN, pattern);
    }

    @Override
    public Filter build() {
      return new Filter(values());
    }
  }
}
