package io.github.lambdaesm.testsupport;

import io.github.lambdaesm.internal.time.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody sleeps, and remembers how long they did. */
public final class VirtualTime extends Clock implements TimeSource {
  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now;
  private Duration passed = Duration.ZERO;

  private Runnable onSleep = () -> {};

  public VirtualTime(Instant now) {
    this.now = now;
  }

  @Override
  public long nanos() {
    return passed.toNanos();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    onSleep.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(duration);
    pass(duration);
  }

  public void pass(Duration duration) {
    passed = passed.plus(duration);
    now = now.plus(duration);
  }

  /** Does something before each sleep, an interrupt of the sleeping thread for example. */
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
