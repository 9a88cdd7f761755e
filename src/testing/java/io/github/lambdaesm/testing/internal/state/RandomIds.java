package io.github.lambdaesm.testing.internal.state;

import java.util.Random;
import java.util.UUID;

/** Generates random UUIDs. The same seed yields the same sequence. */
public final class RandomIds {
  private final long seed;
  private Random random;

  public RandomIds(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  public synchronized String next() {
    // A version 4 UUID, as Lambda's are.
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(high, low).toString();
  }

  /** Restarts the sequence. */
  public synchronized void reset() {
    random = new Random(seed);
  }
}
