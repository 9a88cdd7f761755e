package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.text.PrintedText;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Configures the calls that work on many mappings.
 *
 * <p>Instances are immutable and can be shared.
 */
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

  /** Returns the number of mappings that the call works on at the same time. */
  public int concurrency() {
    return concurrency;
  }

  /** Returns the listener that receives the progress. */
  public ProgressListener progressListener() {
    return progressListener;
  }

  /** Returns the time limit of the whole call. */
  public Duration timeout() {
    return timeout;
  }

  /** Returns how long the call waits for mappings that are changing. */
  public Duration settleTimeout() {
    return settleTimeout;
  }

  /** Returns whether mappings that Lambda disabled are resumed, too. */
  public boolean includesDisabledByLambda() {
    return includeDisabledByLambda;
  }

  /** Returns the factory of the worker threads; null for daemon threads. */
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
     * Sets the options for each mapping that is planned or ensured. Their timeout applies to each
     * mapping.
     *
     * @param ensureOptions default: {@code EnsureOptions.builder().build()}
     * @throws IllegalArgumentException if the options contain the UUID of a mapping
     */
    public Builder ensureOptions(EnsureOptions ensureOptions) {
      if (requireNonNull(ensureOptions, "ensureOptions is null").uuid() != null) {
        throw new IllegalArgumentException(
            "ensureOptions name the mapping %s; a UUID cannot be set for all mappings"
                .formatted(PrintedText.of(ensureOptions.uuid())));
      }
      this.ensureOptions = ensureOptions;
      return this;
    }

    /**
     * Like {@link #ensureOptions(EnsureOptions)}, configuring the options with the given consumer.
     */
    public Builder ensureOptions(Consumer<EnsureOptions.Builder> ensureOptions) {
      return ensureOptions(EnsureOptions.of(ensureOptions));
    }

    /**
     * Sets the number of mappings to work on at the same time. The rate limit of {@link
     * EventSourceMappings} applies, too: a concurrency above its requests per second hardly makes
     * the call faster.
     *
     * @param concurrency from 1 to 1,000. Default: 4
     * @throws IllegalArgumentException if it is outside that range
     */
    public Builder concurrency(int concurrency) {
      if (concurrency < 1 || concurrency > 1000) {
        throw new IllegalArgumentException(
            "concurrency is " + concurrency + "; it must be from 1 to 1000");
      }
      this.concurrency = concurrency;
      return this;
    }

    /**
     * Sets a listener that receives the progress after each mapping. Default: none.
     *
     * @see ProgressListener#printingTo
     */
    public Builder progressListener(ProgressListener progressListener) {
      this.progressListener = requireNonNull(progressListener, "progressListener is null");
      return this;
    }

    /**
     * Sets the time limit of the whole call. Mappings that are not reached within it fail with an
     * {@code ApiCallTimeoutException}, which their items contain; the call itself still returns.
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
     * Makes {@code resumeAll} also resume mappings that no user paused. By default it skips them,
     * because enabling a mapping does not remove the reason for which Lambda disabled it.
     */
    public Builder includeDisabledByLambda() {
      includeDisabledByLambda = true;
      return this;
    }

    /**
     * Sets the factory of the worker threads, for example to use virtual threads or to pass on a
     * logging context. The threads end with the call.
     *
     * @param threadFactory null for daemon threads, which is the default
     */
    public Builder threadFactory(@Nullable ThreadFactory threadFactory) {
      this.threadFactory = threadFactory;
      return this;
    }

    private static Duration requirePositive(String name, Duration duration) {
      if (requireNonNull(duration, name + " is null").isNegative() || duration.isZero()) {
        throw new IllegalArgumentException(
            "%s is %s; it must be more than zero".formatted(name, duration));
      }
      return duration;
    }

    /** Builds the options. */
    public BulkOptions build() {
      return new BulkOptions(this);
    }
  }
}
