package io.github.lambdaesm.model;

import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * The mapping is being created, updated or deleted and cannot be changed until that is done (HTTP
 * 400). Try again once its state has settled.
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
   * Builds a {@link ResourceInUseException}, for example the one that a fake client throws in a
   * test.
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
