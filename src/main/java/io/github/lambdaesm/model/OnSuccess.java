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
 * Configures the on-success destination. Lambda rejects it for event source mappings; it is here
 * because the API has it.
 */
public final class OnSuccess extends Structure
    implements ToCopyableBuilder<OnSuccess.Builder, OnSuccess> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> DESTINATION = MEMBERS.add("Destination", Types.STRING);

  static final Shape<OnSuccess> SHAPE = shape(OnSuccess.class, MEMBERS, OnSuccess::new);

  private OnSuccess(Values values) {
    super(values);
  }

  /**
   * Returns the destination of records that were processed.
   *
   * @see Builder#destination(String)
   */
  public @Nullable String destination() {
    return get(DESTINATION);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static OnSuccess fromJson(Map<String, Object> json) {
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

  /** Builds an {@link OnSuccess}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, OnSuccess> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the destination of records that were processed.
     *
     * <p>At most 350 characters. Lambda rejects it for event source mappings.
     */
    public Builder destination(@Nullable String destination) {
      return set(DESTINATION, destination);
    }

    @Override
    public OnSuccess build() {
      return new OnSuccess(values());
    }
  }
}
