package io.github.lambdaesm.model;

import org.jspecify.annotations.Nullable;

/** What the errors that the API documents have in common: the type. */
public abstract class ModeledException extends LambdaException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String type;

  ModeledException(Builder<?> builder) {
    super(builder);
    this.type = builder.type;
  }

  /** Whose fault the service takes the error for: {@code User} or {@code Service}. */
  public @Nullable String type() {
    return type;
  }

  /**
   * Sets what the documented errors share.
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

    /** Sets whose fault the error is: {@code User} or {@code Service}. */
    public B type(@Nullable String type) {
      this.type = type;
      return self();
    }
  }
}
