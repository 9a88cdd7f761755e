package io.github.lambdaesm.internal.time;

import java.time.Duration;
import java.util.Optional;

/** Tells the rest of the library how long the calls of one of its clients may take. */
public interface CallTimeoutSource {
  /**
   * Returns the configured timeout of a call with all its attempts; empty if none is configured.
   */
  Optional<Duration> callTimeout();
}
