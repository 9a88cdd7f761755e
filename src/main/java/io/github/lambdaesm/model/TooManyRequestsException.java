package io.github.lambdaesm.model;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * The account makes too many calls (HTTP 429): all control-plane calls of an account in a Region
 * share 15 requests a second. The call was already tried again as often as the client is set to.
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

  /** Returns how many seconds to wait before the next call, as the service wrote it. */
  public @Nullable String retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** Which limit was met. */
  public @Nullable ThrottleReason reason() {
    return ThrottleReason.fromValue(reason);
  }

  /** Which limit was met, as a string. The value may be newer than this library. */
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

  /** Builds a {@link TooManyRequestsException}, for example the one that a fake client throws. */
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

    /** Sets how many seconds to wait before the next call. */
    public Builder retryAfterSeconds(@Nullable String retryAfterSeconds) {
      this.retryAfterSeconds = retryAfterSeconds;
      return this;
    }

    /** Sets which limit was met. */
    public Builder reason(@Nullable String reason) {
      this.reason = reason;
      return this;
    }

    /** Sets which limit was met. */
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
