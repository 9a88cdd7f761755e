package io.github.lambdaesm.model;

import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Thrown when the mapping is being created, updated or deleted and cannot be changed yet (HTTP
 * 400).
 *
 * <p>Wait until it has settled, and try again. By default, the client does not retry this error.
 *
 * @see io.github.lambdaesm.waiters.LambdaWaiter
 */
public final class ResourceInUseException extends ModeledException
    implements ToCopyableBuilder<ResourceInUseException.Builder, ResourceInUseException> {
  private static final long serialVersionUID = 1L;

  private ResourceInUseException(Builder builder) {
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
   * Builds a {@link ResourceInUseException}, for example one that a fake client throws in a test.
   *
   * <p>{@link ModeledException.Builder} and {@link LambdaException.Builder} have the setters that
   * all errors share.
   */
  public static final class Builder extends ModeledException.Builder<Builder>
      implements CopyableBuilder<Builder, ResourceInUseException> {
    private Builder() {}

    private Builder(ResourceInUseException exception) {
      super(exception);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public ResourceInUseException build() {
      return new ResourceInUseException(this);
    }
  }
}
