package io.github.lambdaesm.internal.call;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param call all attempts of a call, and the waiting between them
 * @param attempt one attempt: credentials, connection, request and response
 */
public record Timeouts(Duration call, Duration attempt) {
  /** What holds when nothing is set. */
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(120), Duration.ofSeconds(30));
}
