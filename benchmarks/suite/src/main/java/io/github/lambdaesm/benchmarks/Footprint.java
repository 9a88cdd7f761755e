package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What has to be shipped: the jars of a client and of all that it needs at run time. */
final class Footprint {
  static final String BYTES = "runtime closure, bytes";
  static final String LEAN_BYTES =
      "the same without the HTTP client that the SDK does not need, bytes";

  /** The two artifacts of the SDK as they are, without anything excluded. */
  private static final String DECLARED = "declared";

  private Footprint() {}

  static void measure(Medians medians) throws IOException {
    for (Contender contender : Contender.COMPARED) {
      boolean sdk = contender == Contender.SDK;
      medians.add(BYTES, contender.name(), bytes(sdk ? DECLARED : contender.module()));
      medians.add(LEAN_BYTES, contender.name(), bytes(contender.module()));
    }
  }

  private static long bytes(String module) throws IOException {
    long bytes = 0;
    for (Path jar : Java.classPath(module)) {
      bytes += isShipped(jar) ? Files.size(jar) : 0;
    }
    return bytes;
  }

  /** Our own modules here are no part of it. */
  private static boolean isShipped(Path jar) {
    return !jar.getParent().endsWith("target");
  }
}
