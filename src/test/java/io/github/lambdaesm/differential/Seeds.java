package io.github.lambdaesm.differential;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a test with random cases that are the same in every run. */
final class Seeds {
  private static final int COUNT = 500;

  private Seeds() {}

  static void each(Consumer<SplittableRandom> test) {
    each(COUNT, test);
  }

  static void each(int count, Consumer<SplittableRandom> test) {
    for (int seed = 0; seed < count; seed++) {
      try {
        test.accept(new SplittableRandom(seed));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("with the seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
