package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures what this library does without a service. Argument: the report's file. */
public final class LocalReport {
  private static final int JVMS = 21;

  private LocalReport() {}

  /** Measures everything, and writes the report. */
  public static void main(String[] args) throws Exception {
    StringBuilder report = new StringBuilder("# Local work\n\nOne run of `benchmarks/local`, ");
    report.append(LocalDate.now()).append(", on ").append(Report.machine()).append(".\n\n");
    report.append("| figure | measured | target |\n| --- | ---: | ---: |\n");
    report.append(
        "| the first `combine` of a JVM, ms (median of %d JVMs) | %.0f | 30 |%n"
            .formatted(JVMS, coldCombine()));
    for (RunResult result : run()) {
      report.append(row(result));
    }
    Files.writeString(Path.of(args[0]), report);
    System.out.println(report);
  }

  private static double coldCombine() throws IOException, InterruptedException {
    double[] milliseconds = new double[JVMS];
    for (int i = 0; i < JVMS; i++) {
      milliseconds[i] = Double.parseDouble(Java.run(Java.program("suite", ColdCombine.class)));
    }
    Arrays.sort(milliseconds);
    return milliseconds[JVMS / 2];
  }

  private static List<RunResult> run() throws RunnerException {
    return List.copyOf(
        new Runner(
                new OptionsBuilder()
                    .include(LocalWork.class.getName())
                    .forks(2)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .build())
            .run());
  }

  private static String row(RunResult result) {
    Work work = Work.of(result.getPrimaryResult().getLabel());
    double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    return String.format(
        Locale.ROOT,
        "| %s | %.1f us, %,.0f bytes | %s |%n",
        work.title,
        result.getPrimaryResult().getScore(),
        bytes,
        work.target);
  }

  /** The benchmarks of {@link LocalWork}. */
  private enum Work {
    GET_COMBINED("getCombined", "a get through a combined client, besides the call itself", "5 us"),
    GET_WRAPPED("getWrapped", "a get through a wrapped client, besides the call itself", "none"),
    CHECK_CREATE("checkCreate", "checking a right create with three members", "3 us, 2,000 bytes"),
    TEST_RECORD("testRecord", "trying five filters on a message", "5 us");

    private final String method;
    private final String title;
    private final String target;

    Work(String method, String title, String target) {
      this.method = method;
      this.title = title;
      this.target = target;
    }

    static Work of(String method) {
      return Arrays.stream(values())
          .filter(work -> work.method.equals(method))
          .findFirst()
          .orElseThrow();
    }
  }
}
