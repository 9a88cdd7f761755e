package io.github.lambdaesm.model;

import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Thrown when the service fails (HTTP 500), after all attempts of the client.
 *
 * <p>After a create, it is unknown whether the mapping exists.
 */
public final class ServiceException extends ModeledException
    implements ToCopyableBuilder<ServiceException.Builder, ServiceException> {
  private static final long serialVersionUID = 1L;

  private ServiceException(Builder builder) {
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
   * Builds a {@link ServiceException}, for example one that a fake client throws in a test.
   *
   * <p>{@link ModeledException.Builder} and {@link LambdaException.Builder} have the setters that
   * all errors share.
   */
  public static final class Builder extends ModeledException.Builder<Builder>
      implements CopyableBuilder<Builder, ServiceException> {
    private Builder() {}

    private Builder(ServiceException exception) {
      super(exception);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public ServiceException build() {
      return new ServiceException(this);
    }
  }
}
