package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures everything and writes the report. Arguments: where to write it; {@code quick} for a look
 * that takes two minutes and is not written.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs them all. */
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    boolean quick = List.of(args).contains("quick");
    Medians medians = new Medians();
    Path folder = Files.createTempDirectory("benchmarks");
    try (RunningService service = RunningService.start(folder)) {
      new ColdStarts(service, folder, quick ? 3 : 15).measure(medians);
      new HotRounds(service, quick ? 1 : 3, quick ? 2 : 5).measure(medians);
    }
    Footprint.measure(medians);
    String report = new Report(medians).text();
    if (!quick) {
      Files.writeString(Path.of(args[0]), report);
    }
    System.out.println(report);
  }
}
