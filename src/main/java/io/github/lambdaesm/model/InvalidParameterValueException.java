package io.github.lambdaesm.model;

import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * A member of the request has a value that the service refuses (HTTP 400). The message names the
 * member. The service also answers so when the function does not exist, when the queue or stream
 * does not exist, and while a new execution role is not usable yet; only the last may pass when
 * tried again later.
 */
public final class InvalidParameterValueException extends ModeledException
    implements ToCopyableBuilder<
        InvalidParameterValueException.Builder, InvalidParameterValueException> {
  private static final long serialVersionUID = 1L;

  private InvalidParameterValueException(Builder builder) {
    super(builder);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Builds a {@link InvalidParameterValueException}, for example the one that a fake client throws
   * in a test.
   */
  public static final class Builder extends ModeledException.Builder<Builder>
      implements CopyableBuilder<Builder, InvalidParameterValueException> {
    private Builder() {}

    private Builder(InvalidParameterValueException exception) {
      super(exception);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public InvalidParameterValueException build() {
      return new InvalidParameterValueException(this);
    }
  }
}
