package io.github.lambdaesm.testing.internal.server;

import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.testing.internal.state.FakeClock;
import java.time.Duration;

/**
 * The time source of the fake's own client. The client does not wait in real time: this time source
 * and the fake's clock move forward instead.
 */
public final class ClientTime implements TimeSource {
  private final FakeClock clock;
  private long skippedNanos;
  private boolean wasRead;

  public ClientTime(FakeClock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized long nanos() {
    wasRead = true;
    return System.nanoTime() + skippedNanos;
  }

  @Override
  public void sleep(Duration duration) {
    skip(duration);
  }

  /**
   * Skips a step of a wait if the time was read since the last step. A thread that waits for a
   * deadline therefore observes it at most one step late.
   *
   * @return whether the step was skipped
   */
  synchronized boolean skipIfRead(Duration step) {
    if (!wasRead) {
      return false;
    }
    wasRead = false;
    skip(step);
    return true;
  }

  private synchronized void skip(Duration duration) {
    skippedNanos += duration.toNanos();
    clock.advance(duration);
  }
}
