package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Measures the jars that a program has to ship: the client and its runtime dependencies. */
final class Footprint {
  static final String BYTES = "runtime closure, bytes";
  private static final String JARS = "runtime closure, jars";
  private static final String LEAN_JARS = "the same without HTTP clients that are not used, jars";
  private static final String LEAN_BYTES = "the same without HTTP clients that are not used, bytes";

  /** The module of the AWS SDK with nothing excluded. */
  private static final String DECLARED = "declared";

  private Footprint() {}

  static void measure(Medians medians) throws IOException {
    for (Contender contender : Contender.COMPARED) {
      List<Path> lean = shipped(contender.module());
      Set<Path> all = new TreeSet<>(lean);
      all.addAll(shipped(declared(contender)));
      medians.add(JARS, contender.name(), all.size());
      medians.add(BYTES, contender.name(), bytes(all));
      medians.add(LEAN_JARS, contender.name(), lean.size());
      medians.add(LEAN_BYTES, contender.name(), bytes(lean));
    }
  }

  /** Returns the module with the HTTP clients that the contender's own module excludes. */
  private static String declared(Contender contender) {
    return switch (contender) {
      case SDK, SDK_URL_CONNECTION -> DECLARED;
      case OURS_URL_CONNECTION -> Contender.OURS.module();
      default -> contender.module();
    };
  }

  private static long bytes(Collection<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes;
  }

  private static List<Path> shipped(String module) throws IOException {
    return Java.classPath(module).stream().filter(Footprint::isShipped).toList();
  }

  /** Returns false for the benchmarks' own modules. */
  private static boolean isShipped(Path jar) {
    return !jar.getParent().endsWith("target");
  }
}
