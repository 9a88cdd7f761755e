package io.github.lambdaesm.testing.internal.state;

import java.util.Random;
import java.util.UUID;

/** Ids that look like the service's, and are the same for the same seed. */
public final class RandomIds {
  private final long seed;
  private Random random;

  public RandomIds(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  public synchronized String next() {
    // Of the random kind, as the service's are.
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(high, low).toString();
  }

  /** Begins anew. */
  public synchronized void reset() {
    random = new Random(seed);
  }
}
