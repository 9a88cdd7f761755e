package io.github.lambdaesm.testsupport;

import io.github.lambdaesm.internal.time.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that moves only by sleeping or {@link #advance}. Records every sleep. */
public final class VirtualTime extends Clock implements TimeSource {
  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now;
  private Duration elapsed = Duration.ZERO;

  private Runnable onSleep = () -> {};

  public VirtualTime(Instant now) {
    this.now = now;
  }

  @Override
  public long nanos() {
    return elapsed.toNanos();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    onSleep.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(duration);
    advance(duration);
  }

  public void advance(Duration duration) {
    elapsed = elapsed.plus(duration);
    now = now.plus(duration);
  }

  /** Runs an action before each sleep, to interrupt the sleeping thread for example. */
  public void onSleep(Runnable action) {
    onSleep = action;
  }

  public List<Duration> sleeps() {
    return sleeps;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
