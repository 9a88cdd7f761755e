package io.github.lambdaesm.mappings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How to plan and ensure a mapping. */
public final class EnsureOptions {
  static final EnsureOptions DEFAULTS = builder().build();

  private final @Nullable String uuid;
  private final boolean exactly;
  private final boolean compareStartingPosition;
  private final @Nullable ReplacePolicy replace;
  private final Duration iamPropagation;
  private final Duration timeout;
  private final boolean awaitSettled;

  private EnsureOptions(Builder builder) {
    uuid = builder.uuid;
    exactly = builder.exactly;
    compareStartingPosition = builder.compareStartingPosition;
    replace = builder.replace;
    iamPropagation = builder.iamPropagation;
    timeout = builder.timeout;
    awaitSettled = builder.awaitSettled;
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  public @Nullable String uuid() {
    return uuid;
  }

  public boolean isExact() {
    return exactly;
  }

  public boolean comparesStartingPosition() {
    return compareStartingPosition;
  }

  public @Nullable ReplacePolicy replace() {
    return replace;
  }

  public Duration iamPropagation() {
    return iamPropagation;
  }

  public Duration timeout() {
    return timeout;
  }

  public boolean awaitsSettled() {
    return awaitSettled;
  }

  /** Builds {@link EnsureOptions}. */
  public static final class Builder {
    private @Nullable String uuid;
    private boolean exactly;
    private boolean compareStartingPosition;
    private @Nullable ReplacePolicy replace;
    private Duration iamPropagation = Duration.ZERO;
    private Duration timeout = Duration.ofMinutes(10);
    private boolean awaitSettled;

    private Builder() {}

    public Builder uuid(@Nullable String uuid) {
      this.uuid = uuid;
      return this;
    }

    public Builder exactly() {
      exactly = true;
      return this;
    }

    public Builder compareStartingPosition() {
      compareStartingPosition = true;
      return this;
    }

    public Builder replace(@Nullable ReplacePolicy replace) {
      this.replace = replace;
      return this;
    }

    public Builder iamPropagation(Duration iamPropagation) {
      this.iamPropagation = iamPropagation;
      return this;
    }

    public Builder timeout(Duration timeout) {
      this.timeout = timeout;
      return this;
    }

    public Builder awaitSettled() {
      awaitSettled = true;
      return this;
    }

    public EnsureOptions build() {
      return new EnsureOptions(this);
    }
  }
}
