package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;

/** Tells a facade the time and pauses it: by its builder's clock and pause, or the system's. */
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

  /** Returns a time that also measures deadlines by the given clock. */
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

  /**
   * Pauses the thread.
   *
   * @param interrupted the message of the exception if the thread is interrupted
   * @throws AbortedException if the thread is interrupted; its interrupt flag is set again
   */
  void pause(Duration duration, Supplier<String> interrupted) {
    try {
      sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create(interrupted.get(), e);
    }
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    pause.pause(duration);
  }
}
