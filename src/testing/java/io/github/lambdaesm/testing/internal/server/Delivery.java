package io.github.lambdaesm.testing.internal.server;

import java.time.Duration;

/**
 * How a response is delivered.
 *
 * @param pause the pause before each byte of a response that drips
 */
public record Delivery(Kind kind, Duration pause) {
  /** Delivers the whole response at once. */
  public static final Delivery WHOLE = new Delivery(Kind.WHOLE, Duration.ZERO);

  /** The kinds of delivery. */
  public enum Kind {
    /** Delivers the whole response at once. */
    WHOLE,
    /** Resets the connection before the first byte. */
    RESET,
    /** Closes the connection in the middle of the body. */
    TRUNCATE,
    /** Sends the body byte by byte. */
    DRIP,
    /** Sends nothing and keeps the connection open. */
    HANG
  }

  public static Delivery of(Kind kind) {
    return new Delivery(kind, Duration.ZERO);
  }

  public static Delivery drip(Duration pause) {
    return new Delivery(Kind.DRIP, pause);
  }
}
