package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.Deadline;
import java.time.Duration;

/** Pauses between the rounds of a call for many mappings. */
final class Polling {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private Polling() {}

  /**
   * Pauses until the next round.
   *
   * @return false, without a pause, if the deadline passes before the next round
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
