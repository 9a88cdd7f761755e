package io.github.lambdaesm.benchmarks;

import io.github.lambdaesm.benchmarks.HotCalls.Call;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures hot calls in rounds. In each round, every contender takes its turn. */
final class HotRounds {
  static final List<Integer> THREADS = List.of(1, 16);

  /** The contenders that make all calls. The others make only one, to keep a run near an hour. */
  private static final List<Contender> MAKING_ALL_CALLS =
      List.of(Contender.OURS, Contender.SDK, Contender.FLOOR);

  private static final List<Call> OTHER_CALLS =
      List.of(Call.CREATE_WITH_EVERY_MEMBER, Call.LIST, Call.CONFLICT);

  private static final int ROUNDS = 2;

  private static final int WARM_UP_SECONDS = 30;

  /**
   * The warm-up with many threads. It takes longer, because the threads compete with the JVM's
   * compiler for the processors.
   */
  private static final int MULTI_THREADED_WARM_UP_SECONDS = 60;

  private static final int MEASURED_SECONDS = 10;

  private final RunningService service;

  HotRounds(RunningService service) {
    this.service = service;
  }

  void measure(Medians medians) throws RunnerException {
    for (int round = 0; round < ROUNDS; round++) {
      for (int threads : THREADS) {
        measure(Contender.COMPARED, List.of(Call.CREATE), threads, medians);
        measure(MAKING_ALL_CALLS, OTHER_CALLS, threads, medians);
      }
    }
  }

  private void measure(List<Contender> contenders, List<Call> calls, int threads, Medians medians)
      throws RunnerException {
    for (RunResult result : new Runner(options(contenders, calls, threads)).run()) {
      collect(result, threads, medians);
    }
  }

  private Options options(List<Contender> contenders, List<Call> calls, int threads) {
    return new OptionsBuilder()
        .include(HotCalls.class.getName())
        .param("contender", names(contenders))
        .param("call", names(calls))
        .threads(threads)
        .forks(1)
        .warmupIterations(threads == 1 ? WARM_UP_SECONDS : MULTI_THREADED_WARM_UP_SECONDS)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(MEASURED_SECONDS)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuProfiler.class)
        .jvmArgsAppend("-D" + HotCalls.PORTS + "=" + service.ports())
        .build();
  }

  private static String[] names(List<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).toArray(String[]::new);
  }

  /** Adds each measured second separately, so that one slow second does not move the median. */
  private static void collect(RunResult result, int threads, Medians medians) {
    String contender = result.getParams().getParam("contender");
    Call call = Call.valueOf(result.getParams().getParam("call"));
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult second : fork.getIterationResults()) {
        medians.add(
            name(Figure.CPU, call, threads), contender, secondary(second, CpuProfiler.NAME));
        medians.add(
            name(Figure.ALLOCATED, call, threads),
            contender,
            secondary(second, "gc.alloc.rate.norm"));
        medians.add(
            name(Figure.CALLS, call, threads), contender, second.getPrimaryResult().getScore());
      }
    }
  }

  @SuppressWarnings("rawtypes") // JMH returns raw types
  private static double secondary(IterationResult result, String name) {
    return result.getSecondaryResults().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(name))
        .findFirst()
        .orElseThrow()
        .getValue()
        .getScore();
  }

  static String name(Figure figure, Call call, int threads) {
    return "%s: %s, %d thread%s"
        .formatted(figure.title(), call.title(), threads, threads == 1 ? "" : "s");
  }

  /** A quantity that is measured for each call. */
  enum Figure {
    CPU("CPU time, us"),
    ALLOCATED("allocated, bytes"),
    CALLS("calls a second");

    private final String title;

    Figure(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }
}
