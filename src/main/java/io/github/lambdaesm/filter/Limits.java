package io.github.lambdaesm.filter;

/** Limits on the work of one test, so that no pattern and no record takes minutes. */
final class Limits {
  /** Lambda's limit, in characters. */
  static final int PATTERN_LENGTH = 4096;

  /** The branches of {@code $or}, multiplied. EventBridge has a limit like it. */
  static final int ALTERNATIVES = 1000;

  /** The keys of one alternative, as in event-ruler. */
  static final int CONDITIONS = 256;

  /** The ways to choose an element from each array; each costs event-ruler about 1 microsecond. */
  static final int COMBINATIONS = 1_000_000;

  /** The characters in a record times the complexity of the wildcards; each costs 0.2 us. */
  static final int WILDCARD_STEPS = 20_000_000;

  /** The values in a record, each counted once more for each array around it. */
  static final int VALUES = 10_000_000;

  private Limits() {}

  /** Multiplies two numbers that are at most {@link #COMBINATIONS} + 1, as is the result. */
  static long times(long one, long other) {
    return Math.min(one * other, COMBINATIONS + 1L);
  }

  /** Adds two numbers that are at most {@link #COMBINATIONS} + 1, as is the result. */
  static long plus(long one, long other) {
    return Math.min(one + other, COMBINATIONS + 1L);
  }
}
