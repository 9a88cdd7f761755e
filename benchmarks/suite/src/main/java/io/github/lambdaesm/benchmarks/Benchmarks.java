package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures everything and writes the report. With {@code cold}, measures only cold starts and
 * footprint, and writes nothing. Arguments: the report's file, and optionally {@code cold}.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs the benchmarks. */
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    boolean cold = args.length > 1 && args[1].equals("cold");
    if (args.length > (cold ? 2 : 1)) {
      throw new IllegalArgumentException(
          "the only optional argument is \"cold\", not " + List.of(args).subList(1, args.length));
    }
    Medians medians = new Medians();
    Path folder = Files.createTempDirectory("benchmarks");
    try (RunningService service = RunningService.start(folder)) {
      new ColdStarts(service, folder, 25).measure(medians);
      if (!cold) {
        new HotRounds(service).measure(medians);
      }
    } finally {
      delete(folder);
    }
    Footprint.measure(medians);
    String report = new Report(medians).text();
    if (!cold) {
      Files.writeString(Path.of(args[0]), report);
    }
    System.out.println(report);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
