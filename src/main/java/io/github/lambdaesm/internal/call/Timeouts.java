package io.github.lambdaesm.internal.call;

import java.time.Duration;

/**
 * The timeouts of a call.
 *
 * @param call the timeout of a call, including all attempts and the delays between them
 * @param attempt the timeout of one attempt: credentials, connection, request and response
 */
public record Timeouts(Duration call, Duration attempt) {
  /** The default timeouts. */
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(120), Duration.ofSeconds(30));
}
