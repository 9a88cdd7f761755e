package io.github.lambdaesm.internal.time;

import java.time.Duration;

/** The time by which an operation must have ended. */
public final class Deadline {
  private final TimeSource time;
  private final long nanos;

  private Deadline(TimeSource time, long nanos) {
    this.time = time;
    this.nanos = nanos;
  }

  public static Deadline after(Duration duration, TimeSource time) {
    return new Deadline(time, time.nanos() + saturatedNanos(duration));
  }

  /** Returns the earlier of this deadline and the one that is a duration from now. */
  public Deadline limitedTo(Duration duration) {
    return duration.compareTo(remaining()) < 0 ? after(duration, time) : this;
  }

  /** Returns the remaining time, which is never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanos - time.nanos()));
  }

  public boolean hasPassed() {
    return nanos - time.nanos() <= 0;
  }

  /**
   * Limits a duration to half the range of a long (146 years), so that differences do not overflow.
   */
  private static long saturatedNanos(Duration duration) {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
    return duration.compareTo(longest) < 0 ? duration.toNanos() : longest.toNanos();
  }
}
