package io.github.lambdaesm.testing.internal.server;

import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.testing.internal.state.FakeClock;
import java.time.Duration;

/**
 * The time of the fake's own client: the machine's, and what its calls need not wait for. That
 * passes for the fake, too.
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
   * Lets a step of a wait pass, once the time has been looked at since the last step: so whoever
   * waits for a deadline meets it shortly after it has passed.
   *
   * @return whether it has passed
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
