package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What has to be shipped: the jars of a client and of all that it needs at run time. */
final class Footprint {
  static final String BYTES = "runtime closure, bytes";
  private static final String JARS = "runtime closure, jars";
  private static final String LEAN_JARS =
      "the same without the HTTP client that the SDK does not need, jars";
  private static final String LEAN_BYTES =
      "the same without the HTTP client that the SDK does not need, bytes";

  /** The two artifacts of the SDK as they are, without anything excluded. */
  private static final String DECLARED = "declared";

  private Footprint() {}

  static void measure(Medians medians) throws IOException {
    for (Contender contender : Contender.COMPARED) {
      boolean sdk = contender == Contender.SDK;
      List<Path> all = shipped(sdk ? DECLARED : contender.module());
      List<Path> lean = shipped(contender.module());
      medians.add(JARS, contender.name(), all.size());
      medians.add(BYTES, contender.name(), bytes(all));
      medians.add(LEAN_JARS, contender.name(), lean.size());
      medians.add(LEAN_BYTES, contender.name(), bytes(lean));
    }
  }

  private static long bytes(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes;
  }

  private static List<Path> shipped(String module) throws IOException {
    return Java.classPath(module).stream().filter(Footprint::isShipped).toList();
  }

  /** Our own modules here are no part of it. */
  private static boolean isShipped(Path jar) {
    return !jar.getParent().endsWith("target");
  }
}
