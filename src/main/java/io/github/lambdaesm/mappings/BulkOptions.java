package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How to work on many mappings. Immutable. */
public final class BulkOptions {
  static final BulkOptions DEFAULTS = builder().build();

  private final EnsureOptions ensureOptions;
  private final int concurrency;
  private final ProgressListener progressListener;
  private final Duration timeout;
  private final Duration settleTimeout;
  private final boolean includeDisabledByLambda;
  private final @Nullable ThreadFactory threadFactory;

  private BulkOptions(Builder builder) {
    ensureOptions = builder.ensureOptions;
    concurrency = builder.concurrency;
    progressListener = builder.progressListener;
    timeout = builder.timeout;
    settleTimeout = builder.settleTimeout;
    includeDisabledByLambda = builder.includeDisabledByLambda;
    threadFactory = builder.threadFactory;
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  static BulkOptions of(Consumer<Builder> options) {
    Builder builder = builder();
    options.accept(builder);
    return builder.build();
  }

  /** Returns the options for each mapping that is planned or ensured. */
  public EnsureOptions ensureOptions() {
    return ensureOptions;
  }

  /** Returns the number of mappings to work on at the same time. */
  public int concurrency() {
    return concurrency;
  }

  /** Returns the listener that is told about each mapping. */
  public ProgressListener progressListener() {
    return progressListener;
  }

  /** Returns the time limit of the whole call. */
  public Duration timeout() {
    return timeout;
  }

  /** Returns the time limit for mappings that are changing. */
  public Duration settleTimeout() {
    return settleTimeout;
  }

  /** Returns whether to resume mappings that Lambda disabled. */
  public boolean includesDisabledByLambda() {
    return includeDisabledByLambda;
  }

  /** Returns the factory of the threads; null for daemon threads. */
  public @Nullable ThreadFactory threadFactory() {
    return threadFactory;
  }

  /** Builds {@link BulkOptions}. */
  public static final class Builder {
    private EnsureOptions ensureOptions = EnsureOptions.DEFAULTS;
    private int concurrency = 4;
    private ProgressListener progressListener = progress -> {};
    private Duration timeout = Duration.ofHours(1);
    private Duration settleTimeout = Duration.ofMinutes(10);
    private boolean includeDisabledByLambda;
    private @Nullable ThreadFactory threadFactory;

    private Builder() {}

    /**
     * Sets the options for each mapping that is planned or ensured, with a timeout for each
     * mapping.
     *
     * @param ensureOptions default: {@code EnsureOptions.builder().build()}
     * @throws IllegalArgumentException if they name the UUID of a mapping
     */
    public Builder ensureOptions(EnsureOptions ensureOptions) {
      if (ensureOptions.uuid() != null) {
        throw new IllegalArgumentException(
            "ensureOptions name the mapping %s; a UUID cannot be set for all mappings"
                .formatted(PrintedText.of(ensureOptions.uuid())));
      }
      this.ensureOptions = ensureOptions;
      return this;
    }

    /** Like {@link #ensureOptions(EnsureOptions)}, configuring them with the given consumer. */
    public Builder ensureOptions(Consumer<EnsureOptions.Builder> ensureOptions) {
      EnsureOptions.Builder builder = EnsureOptions.builder();
      ensureOptions.accept(builder);
      return ensureOptions(builder.build());
    }

    /**
     * Sets the number of mappings to work on at the same time. The rate limiter of the facade also
     * applies: more than one second's requests at the same time make nothing faster.
     *
     * @param concurrency from 1 to 1,000. Default: 4
     * @throws IllegalArgumentException if it is outside that range
     */
    public Builder concurrency(int concurrency) {
      if (concurrency < 1 || concurrency > 1000) {
        throw new IllegalArgumentException(
            "concurrency is %d; it must be from 1 to 1000".formatted(concurrency));
      }
      this.concurrency = concurrency;
      return this;
    }

    /**
     * Sets a listener that is told about each mapping. Default: none.
     *
     * @see ProgressListener#printingTo
     */
    public Builder progressListener(ProgressListener progressListener) {
      this.progressListener = progressListener;
      return this;
    }

    /**
     * Sets the time limit of the whole call. Mappings whose turn comes later fail with an {@code
     * ApiCallTimeoutException}; their results say so, and the call itself returns.
     *
     * @param timeout more than zero. Default: 1 hour
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder timeout(Duration timeout) {
      this.timeout = requirePositive("timeout", timeout);
      return this;
    }

    /**
     * Sets how long {@code pauseAll}, {@code resumeAll}, {@code deleteAll} and {@code awaitSettled}
     * wait for mappings that are changing.
     *
     * @param settleTimeout more than zero. Default: 10 minutes
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder settleTimeout(Duration settleTimeout) {
      this.settleTimeout = requirePositive("settleTimeout", settleTimeout);
      return this;
    }

    /**
     * Makes {@code resumeAll} also resume mappings that no user had paused. By default it skips
     * them, because Lambda disables a mapping for a reason that enabling does not remove.
     */
    public Builder includeDisabledByLambda() {
      includeDisabledByLambda = true;
      return this;
    }

    /**
     * Sets the factory of the threads, for example for virtual threads or to pass on a logging
     * context. The threads end with the call.
     *
     * @param threadFactory null for daemon threads, which is the default
     */
    public Builder threadFactory(@Nullable ThreadFactory threadFactory) {
      this.threadFactory = threadFactory;
      return this;
    }

    private static Duration requirePositive(String name, Duration duration) {
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException(
            "%s is %s; it must be more than zero".formatted(name, duration));
      }
      return duration;
    }

    /** Returns the options. */
    public BulkOptions build() {
      return new BulkOptions(this);
    }
  }
}
