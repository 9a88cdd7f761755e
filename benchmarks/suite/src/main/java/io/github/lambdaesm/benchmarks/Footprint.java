package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What has to be shipped: the jars of a client and of all that it needs at run time. */
final class Footprint {
  static final String BYTES = "runtime closure, bytes";
  static final String JARS = "runtime closure, jars";

  private Footprint() {}

  static void measure(Medians medians) throws IOException {
    for (Contender contender : Contender.COMPARED) {
      List<Path> jars =
          Java.classPath(contender.module()).stream().filter(Footprint::isShipped).toList();
      long bytes = 0;
      for (Path jar : jars) {
        bytes += Files.size(jar);
      }
      medians.add(BYTES, contender.name(), bytes);
      medians.add(JARS, contender.name(), jars.size());
    }
  }

  /** Our own modules here are no part of it. */
  private static boolean isShipped(Path jar) {
    return !jar.getParent().endsWith("target");
  }
}
