package io.github.lambdaesm.model;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Thrown when the account exceeds its request rate (HTTP 429), after all attempts of the client.
 *
 * <p>All control-plane calls of an account in a Region share a quota of 15 requests per second.
 */
public final class TooManyRequestsException extends ModeledException
    implements ToCopyableBuilder<TooManyRequestsException.Builder, TooManyRequestsException> {
  private static final long serialVersionUID = 1L;

  private final @Nullable String retryAfterSeconds;
  private final @Nullable String reason;

  private TooManyRequestsException(Builder builder) {
    super(builder);
    this.retryAfterSeconds = builder.retryAfterSeconds;
    this.reason = builder.reason;
  }

  /** Returns the number of seconds to wait before the next call, as the service sent it. */
  public @Nullable String retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** Returns the limit that was exceeded. */
  public @Nullable ThrottleReason reason() {
    return ThrottleReason.fromValue(reason);
  }

  /** Returns the limit that was exceeded, as a string. The value may be newer than this library. */
  public @Nullable String reasonAsString() {
    return reason;
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
   * Builds a {@link TooManyRequestsException}, for example one that a fake client throws in a test.
   *
   * <p>{@link ModeledException.Builder} and {@link LambdaException.Builder} have the setters that
   * all errors share.
   */
  public static final class Builder extends ModeledException.Builder<Builder>
      implements CopyableBuilder<Builder, TooManyRequestsException> {
    private @Nullable String retryAfterSeconds;
    private @Nullable String reason;

    private Builder() {}

    private Builder(TooManyRequestsException exception) {
      super(exception);
      this.retryAfterSeconds = exception.retryAfterSeconds;
      this.reason = exception.reason;
    }

    /** Sets the number of seconds to wait before the next call. */
    public Builder retryAfterSeconds(@Nullable String retryAfterSeconds) {
      this.retryAfterSeconds = retryAfterSeconds;
      return this;
    }

    /** Sets the limit that was exceeded, as a string. */
    public Builder reason(@Nullable String reason) {
      this.reason = reason;
      return this;
    }

    /**
     * Sets the limit that was exceeded.
     *
     * @throws IllegalArgumentException if it is {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder reason(@Nullable ThrottleReason reason) {
      return reason(WireValues.toWire(reason));
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public TooManyRequestsException build() {
      return new TooManyRequestsException(this);
    }
  }
}
