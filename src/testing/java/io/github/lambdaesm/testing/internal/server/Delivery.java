package io.github.lambdaesm.testing.internal.server;

import java.time.Duration;

/**
 * What happens to an answer on its way.
 *
 * @param pause before each byte of one that drips
 */
public record Delivery(Kind kind, Duration pause) {
  /** Nothing happens to it. */
  public static final Delivery WHOLE = new Delivery(Kind.WHOLE, Duration.ZERO);

  /** The ways of an answer. */
  public enum Kind {
    WHOLE,
    /** The connection is reset before a byte of it is sent. */
    RESET,
    /** The connection ends in the middle of the body. */
    TRUNCATE,
    /** It comes byte by byte. */
    DRIP,
    /** It never comes, and the connection stays open. */
    HANG
  }

  public static Delivery of(Kind kind) {
    return new Delivery(kind, Duration.ZERO);
  }

  public static Delivery drip(Duration pause) {
    return new Delivery(Kind.DRIP, pause);
  }
}
