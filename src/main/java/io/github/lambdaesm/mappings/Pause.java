package io.github.lambdaesm.mappings;

import java.time.Duration;

/** Waits for a given time. Tests set one that only advances a clock. */
@FunctionalInterface
public interface Pause {
  /**
   * Waits.
   *
   * @param duration the time to wait, more than zero
   * @throws InterruptedException if the thread is interrupted
   */
  void pause(Duration duration) throws InterruptedException;
}
