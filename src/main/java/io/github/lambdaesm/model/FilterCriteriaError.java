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
 * Describes why Lambda could not read encrypted filter criteria. The usual cause is a missing
 * permission for the KMS key.
 */
public final class FilterCriteriaError extends Structure
    implements ToCopyableBuilder<FilterCriteriaError.Builder, FilterCriteriaError> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> ERROR_CODE = MEMBERS.add("ErrorCode", Types.STRING);
  private static final Member<String> MESSAGE = MEMBERS.add("Message", Types.STRING);

  static final Shape<FilterCriteriaError> SHAPE =
      responseShape(FilterCriteriaError.class, MEMBERS, FilterCriteriaError::new);

  private FilterCriteriaError(Values values) {
    super(values);
  }

  /**
   * Returns the code of the error.
   *
   * @see Builder#errorCode(String)
   */
  public @Nullable String errorCode() {
    return get(ERROR_CODE);
  }

  /**
   * Returns the error message.
   *
   * @see Builder#message(String)
   */
  public @Nullable String message() {
    return get(MESSAGE);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static FilterCriteriaError fromJson(Map<String, Object> json) {
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
   * Builds a {@link FilterCriteriaError}, for example in a test. A member that is set to null is
   * left out.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, FilterCriteriaError> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the code of the error, which ends in {@code Exception}. */
    public Builder errorCode(@Nullable String errorCode) {
      return set(ERROR_CODE, errorCode);
    }

    /** Sets the error message. */
    public Builder message(@Nullable String message) {
      return set(MESSAGE, message);
    }

    @Override
    public FilterCriteriaError build() {
      return new FilterCriteriaError(values());
    }
  }
}
