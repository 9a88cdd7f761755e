package io.github.lambdaesm.internal.create;

import io.github.lambdaesm.internal.call.Attempt;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The earliest time, by the service's clock, at which a call can have created a mapping.
 *
 * @param earliest null if the response had no time
 */
record CreationTime(@Nullable Instant earliest) {
  /**
   * The tolerance for differences between the clocks of the service's hosts and for times rounded
   * to seconds.
   */
  static final Duration TOLERANCE = Duration.ofSeconds(2);

  /**
   * Returns the time at which the attempt that may have created the mapping was sent: the service's
   * time in the response of a later attempt, minus the time between the two by the local monotonic
   * clock.
   *
   * @param lost the first attempt that may have created the mapping
   * @param later a later attempt, which got a response
   */
  static CreationTime of(Attempt lost, Attempt later) {
    Instant serviceTime = later.serviceTime();
    Duration between = Duration.ofNanos(later.responseNanos() - lost.sentNanos());
    return new CreationTime(
        serviceTime == null ? null : serviceTime.minus(between).minus(TOLERANCE));
  }

  /** Returns whether the call can have created a mapping with this last-modified time. */
  boolean allows(@Nullable Instant lastModified) {
    return earliest != null && lastModified != null && !lastModified.isBefore(earliest);
  }

  /** Returns why {@link #allows} returned false, for a message. */
  String reason() {
    return earliest == null
        ? "LastModified (the response has no Date header, so the mapping may be older than this call)"
        : "LastModified (it is older than this call)";
  }
}
