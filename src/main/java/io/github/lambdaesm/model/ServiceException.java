package io.github.lambdaesm.model;

import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * The service failed (HTTP 500). The call was already tried again as often as the client is set to;
 * the outcome of a create is unknown then.
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

  /** Builds a {@link ServiceException}, for example the one that a fake client throws in a test. */
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
