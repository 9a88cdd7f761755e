package io.github.lambdaesm.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Provides the monotonic clock and the sleep that calls use for deadlines and delays, so that tests
 * can replace both.
 */
public interface TimeSource {
  /** The system's clock. */
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

  /**
   * Returns nanoseconds since an arbitrary origin, like {@link System#nanoTime}; only differences
   * are meaningful.
   */
  long nanos();

  void sleep(Duration duration) throws InterruptedException;
}
