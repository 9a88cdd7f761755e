package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The clock and the pause of a facade: its own in tests, the system's otherwise. */
final class FacadeTime implements TimeSource {
  static final FacadeTime SYSTEM =
      new FacadeTime(InstantSource.system(), TimeSource.SYSTEM::sleep, true);

  private final InstantSource clock;
  private final Pause pause;
  private final boolean monotonic;

  private FacadeTime(InstantSource clock, Pause pause, boolean monotonic) {
    this.clock = clock;
    this.pause = pause;
    this.monotonic = monotonic;
  }

  /** Returns a time whose deadlines follow a clock, too. */
  static FacadeTime of(InstantSource clock, Pause pause) {
    return new FacadeTime(clock, pause, false);
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public long nanos() {
    if (monotonic) {
      return System.nanoTime();
    }
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    pause.pause(duration);
  }
}
