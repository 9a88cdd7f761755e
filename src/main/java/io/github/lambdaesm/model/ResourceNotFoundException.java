package io.github.lambdaesm.model;

import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Thrown when a resource that the request names does not exist (HTTP 404). */
public final class ResourceNotFoundException extends ModeledException
    implements ToCopyableBuilder<ResourceNotFoundException.Builder, ResourceNotFoundException> {
  private static final long serialVersionUID = 1L;

  private ResourceNotFoundException(Builder builder) {
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
   * Builds a {@link ResourceNotFoundException}, for example one that a fake client throws in a
   * test.
   *
   * <p>{@link ModeledException.Builder} and {@link LambdaException.Builder} have the setters that
   * all errors share.
   */
  public static final class Builder extends ModeledException.Builder<Builder>
      implements CopyableBuilder<Builder, ResourceNotFoundException> {
    private Builder() {}

    private Builder(ResourceNotFoundException exception) {
      super(exception);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public ResourceNotFoundException build() {
      return new ResourceNotFoundException(this);
    }
  }
}
