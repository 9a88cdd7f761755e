package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.Deadline;
import java.time.Duration;

/** Pauses between the polls of a call that works on many mappings. */
final class Polling {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private Polling() {}

  /**
   * Pauses until the next poll.
   *
   * @return false, without a pause, if the deadline passes before the next poll
   */
  static boolean pause(FacadeTime time, Deadline deadline) {
    if (INTERVAL.compareTo(deadline.remaining()) >= 0) {
      return false;
    }
    time.pause(
        INTERVAL,
        () -> "Interrupted while waiting for mappings to settle. Repeat the call to do the rest.");
    return true;
  }
}
