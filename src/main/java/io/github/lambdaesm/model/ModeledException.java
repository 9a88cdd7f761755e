package io.github.lambdaesm.model;

import org.jspecify.annotations.Nullable;

/** The superclass of all errors that the API documents. They have a {@link #type()}. */
public abstract class ModeledException extends LambdaException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String type;

  ModeledException(Builder<?> builder) {
    super(builder);
    this.type = builder.type;
  }

  /** Returns who caused the error, according to the service: {@code User} or {@code Service}. */
  public @Nullable String type() {
    return type;
  }

  /**
   * Sets the members that the documented errors share.
   *
   * @param <B> the builder's own class
   */
  public abstract static class Builder<B extends LambdaException.Builder> extends BaseBuilder<B> {
    private @Nullable String type;

    Builder() {}

    Builder(ModeledException exception) {
      super(exception);
      this.type = exception.type;
    }

    /** Sets who caused the error: {@code User} or {@code Service}. */
    public B type(@Nullable String type) {
      this.type = type;
      return self();
    }
  }
}
