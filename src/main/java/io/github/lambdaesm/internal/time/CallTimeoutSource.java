package io.github.lambdaesm.internal.time;

import java.time.Duration;
import java.util.Optional;

/** A client of this library, whose call timeout other parts of the library can read. */
public interface CallTimeoutSource {
  /**
   * Returns the configured timeout of a call with all its attempts; empty if none is configured.
   */
  Optional<Duration> callTimeout();
}
