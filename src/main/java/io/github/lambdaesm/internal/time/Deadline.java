package io.github.lambdaesm.internal.time;

import java.time.Duration;

/** The moment by which something must have ended. */
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

  /** This deadline, or the one after a duration from now if that comes first. */
  public Deadline orAfter(Duration duration) {
    return duration.compareTo(remaining()) < 0 ? after(duration, time) : this;
  }

  /** What is left; never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanos - time.nanos()));
  }

  public boolean hasPassed() {
    return nanos - time.nanos() <= 0;
  }

  /** Half of the range of a long is 146 years, and keeps the difference of two moments exact. */
  private static long saturatedNanos(Duration duration) {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
    return duration.compareTo(longest) < 0 ? duration.toNanos() : longest.toNanos();
  }
}
