package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Configures how a mapping is planned and ensured.
 *
 * <p>Instances are immutable and can be shared.
 */
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

  static EnsureOptions of(Consumer<Builder> options) {
    Builder builder = builder();
    options.accept(builder);
    return builder.build();
  }

  /** Returns a builder that starts with these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns these options with a timeout of at most the given one. */
  EnsureOptions limitedTo(Duration timeout) {
    return timeout.compareTo(this.timeout) < 0 ? toBuilder().timeout(timeout).build() : this;
  }

  /**
   * Returns the UUID of the mapping; null if it is found by its function and event source.
   *
   * @see Builder#uuid(String)
   */
  public @Nullable String uuid() {
    return uuid;
  }

  /**
   * Returns whether members that the desired mapping leaves out are set to their defaults.
   *
   * @see Builder#exactly()
   */
  public boolean isExact() {
    return exactly;
  }

  /**
   * Returns whether the starting position is compared.
   *
   * @see Builder#compareStartingPosition()
   */
  public boolean comparesStartingPosition() {
    return compareStartingPosition;
  }

  /**
   * Returns how a mapping is replaced if that is required; null if it is not replaced.
   *
   * @see Builder#replace(ReplacePolicy)
   */
  public @Nullable ReplacePolicy replace() {
    return replace;
  }

  /**
   * Returns how long requests are retried while the execution role is not ready.
   *
   * @see Builder#iamPropagation(Duration)
   */
  public Duration iamPropagation() {
    return iamPropagation;
  }

  /**
   * Returns the time limit of the whole call.
   *
   * @see Builder#timeout(Duration)
   */
  public Duration timeout() {
    return timeout;
  }

  /**
   * Returns whether the call waits until its last change is complete.
   *
   * @see Builder#awaitSettled()
   */
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

    private Builder(EnsureOptions options) {
      uuid = options.uuid;
      exactly = options.exactly;
      compareStartingPosition = options.compareStartingPosition;
      replace = options.replace;
      iamPropagation = options.iamPropagation;
      timeout = options.timeout;
      awaitSettled = options.awaitSettled;
    }

    /**
     * Sets the UUID of the mapping. This is the only way to change the function of a mapping, or to
     * replace it with a mapping of another event source, topic or queue. If no mapping has this
     * UUID, it is looked up as by default, and the plan has a warning.
     *
     * <p>Default: null; the mapping is found by its function with the qualifier, its event source,
     * and its topic or queue.
     *
     * @throws IllegalArgumentException if the UUID is blank
     */
    public Builder uuid(@Nullable String uuid) {
      if (uuid != null && uuid.isBlank()) {
        throw new IllegalArgumentException(
            "uuid is blank; leave it out to find the mapping by its function and event source");
      }
      this.uuid = uuid;
      return this;
    }

    /**
     * Makes the mapping exactly as if it were created from the desired mapping: resets each member
     * that the desired mapping leaves out to its default. The plan reports members that no update
     * can reset. Tags are not members: without desired tags, the mapping keeps its tags.
     *
     * <p>Default: a member that the desired mapping leaves out keeps its value.
     */
    public Builder exactly() {
      exactly = true;
      return this;
    }

    /**
     * Compares the starting position and its timestamp, too. They are fixed when a mapping is
     * created, so a difference requires a replacement.
     *
     * <p>Default: not compared, because they only say where the mapping once started.
     */
    public Builder compareStartingPosition() {
      compareStartingPosition = true;
      return this;
    }

    /**
     * Allows the mapping to be deleted and created again if the desired values of some members are
     * fixed at creation or cannot be cleared. Between the two, no records are read.
     *
     * <p>Default: null; a mapping is never replaced, and a {@link ReplacementRequiredException} is
     * thrown.
     *
     * @param replace where the replacement starts to read
     */
    public Builder replace(@Nullable ReplacePolicy replace) {
      this.replace = replace;
      return this;
    }

    /**
     * Sets how long a create or an update is retried while Lambda cannot use the execution role of
     * the function, with pauses of 1 to 10 seconds. The time starts at the first such error and is
     * shared by all requests of the call. Five minutes are enough for a role that was just created.
     * The first error is reported at once, to the {@link EnsureListener} and to the log. It is
     * thrown if the role is still not ready when the time has passed; if the last error differs,
     * the message contains it, too.
     *
     * <p>Default: zero. The error is thrown at once, because a role that lacks a permission causes
     * the same error, and waiting does not help it.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public Builder iamPropagation(Duration iamPropagation) {
      if (requireNonNull(iamPropagation, "iamPropagation is null").isNegative()) {
        throw new IllegalArgumentException(
            "iamPropagation is " + iamPropagation + "; it must not be negative");
      }
      this.iamPropagation = iamPropagation;
      return this;
    }

    /**
     * Sets the time limit of the whole call: finding the mapping, waiting for changes in progress,
     * and changing it. When it has passed, no further change is sent, and the call throws an {@code
     * ApiCallTimeoutException} that says what it was waiting for and what it had changed.
     *
     * <p>The {@code apiCallTimeout} of each request is reduced to the remaining time, and to one
     * second at least. So the call can take one second longer, and if a request is being sent at
     * the end of the time, the exception is that of the client. A client of your own may ignore the
     * timeout of a request; its last request can then take longer.
     *
     * <p>Default: 10 minutes.
     *
     * @throws IllegalArgumentException if the duration is zero or negative
     */
    public Builder timeout(Duration timeout) {
      if (requireNonNull(timeout, "timeout is null").isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("timeout is " + timeout + "; it must be positive");
      }
      this.timeout = timeout;
      return this;
    }

    /**
     * Waits until the last change is complete, so that the result shows the mapping in its final
     * state.
     *
     * <p>Default: the call does not wait for its create or update to complete.
     */
    public Builder awaitSettled() {
      awaitSettled = true;
      return this;
    }

    /**
     * Builds the options.
     *
     * @throws IllegalArgumentException if the starting position is compared and the policy is
     *     {@link ReplacePolicy#CONTINUE}, which chooses another starting position: every deployment
     *     would replace the mapping
     */
    public EnsureOptions build() {
      if (compareStartingPosition && replace == ReplacePolicy.CONTINUE) {
        throw new IllegalArgumentException(
            "compareStartingPosition and replace(CONTINUE) exclude each other, because CONTINUE"
                + " does not start at the desired starting position: every deploy would replace"
                + " the mapping. Use START_AS_DESIRED, or do not compare the starting position");
      }
      return new EnsureOptions(this);
    }
  }
}
