package io.github.lambdaesm.mappings;

import java.time.Duration;

/** Waits for some time. Tests replace it, so that nobody waits. */
@FunctionalInterface
public interface Pause {
  /**
   * Waits.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void pause(Duration duration) throws InterruptedException;
}
