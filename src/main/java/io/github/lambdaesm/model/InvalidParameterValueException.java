package io.github.lambdaesm.model;

import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Thrown when the service rejects the value of a member (HTTP 400). The message names the member.
 *
 * <p>The service returns the same error if the function, the queue or the stream does not exist,
 * and while a new execution role is not usable yet. Of these, only the error about the execution
 * role, a {@link RoleNotReadyException}, disappears by itself; retry later.
 */
public sealed class InvalidParameterValueException extends ModeledException
    implements ToCopyableBuilder<
        InvalidParameterValueException.Builder, InvalidParameterValueException>
    permits RoleNotReadyException {
  private static final long serialVersionUID = 1L;

  InvalidParameterValueException(Builder builder) {
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
   * Builds an {@link InvalidParameterValueException}, for example one that a fake client throws in
   * a test.
   *
   * <p>{@link ModeledException.Builder} and {@link LambdaException.Builder} have the setters that
   * all errors share.
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

    /**
     * Builds the exception: a {@link RoleNotReadyException} if the message is one of those about an
     * execution role.
     */
    @Override
    public InvalidParameterValueException build() {
      InvalidParameterValueException exception = new InvalidParameterValueException(this);
      return RoleNotReadyException.isMeantBy(exception)
          ? new RoleNotReadyException(this)
          : exception;
    }
  }
}
