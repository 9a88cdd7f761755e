package io.github.lambdaesm.internal.create;

import io.github.lambdaesm.internal.call.Attempt;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The earliest time at which a call can have created a mapping, by the service's clock.
 *
 * @param earliest null if the service did not say what time it is
 */
record CreationTime(@Nullable Instant earliest) {
  /**
   * What the hosts of the service may differ by, and what is lost where a time is rounded to the
   * second.
   */
  static final Duration TOLERANCE = Duration.ofSeconds(2);

  /**
   * Returns the time at which the first attempt that may have created the mapping was sent. The
   * answer of a later one says what time it was by then; how much has passed in between, our own
   * stopwatch says.
   */
  static CreationTime of(Attempt lost, Attempt answered) {
    Instant serviceTime = answered.serviceTime();
    Duration between = Duration.ofNanos(answered.answeredNanos() - lost.sentNanos());
    return new CreationTime(
        serviceTime == null ? null : serviceTime.minus(between).minus(TOLERANCE));
  }

  /** Returns whether the call can have created a mapping that was last modified at this time. */
  boolean allows(@Nullable Instant lastModified) {
    return earliest != null && lastModified != null && !lastModified.isBefore(earliest);
  }

  /** Says why a time is not allowed. */
  String problem() {
    return earliest == null
        ? "LastModified (the response has no Date header, so the mapping may be older than this call)"
        : "LastModified (it is older than this call)";
  }
}
