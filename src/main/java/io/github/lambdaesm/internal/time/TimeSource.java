package io.github.lambdaesm.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A stopwatch that never jumps, and the only place where a call sleeps. */
public interface TimeSource {
  /** The machine's own. */
  TimeSource SYSTEM =
      new TimeSource() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
      };

  /** Nanoseconds since some moment; only differences mean something. */
  long nanos();

  void sleep(Duration duration) throws InterruptedException;
}
