package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first call over TLS, in fresh JVMs that take turns. */
final class ColdStarts {
  static final String WALL = "first call over TLS, ms since the JVM started";
  static final String CPU = "first call over TLS, ms of CPU";
  static final String MEMORY = "peak resident size of that process, KB";
  static final String CLASSES = "classes loaded at the first call";
  static final String CALL = "of that the call itself, ms";
  static final String WARM = "the call itself after warmUp(true), ms";

  private final RunningService service;
  private final int rounds;

  ColdStarts(RunningService service, int rounds) {
    this.service = service;
    this.rounds = rounds;
  }

  void measure(Medians medians) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : Contender.COMPARED) {
        String[] numbers = firstCall(contender, List.of()).split(" ");
        medians.add(WALL, contender.name(), Double.parseDouble(numbers[0]));
        medians.add(CPU, contender.name(), Double.parseDouble(numbers[1]));
        medians.add(MEMORY, contender.name(), Double.parseDouble(numbers[2]));
        medians.add(CALL, contender.name(), Double.parseDouble(numbers[3]));
      }
      String warm = firstCall(Contender.WARM, List.of()).split(" ")[3];
      medians.add(WARM, Contender.OURS.name(), Double.parseDouble(warm));
    }
    for (Contender contender : Contender.COMPARED) {
      String log = firstCall(contender, List.of("-Donly.the.call=true", "-Xlog:class+load:stdout"));
      long classes = log.lines().filter(line -> line.contains(" source: ")).count();
      medians.add(CLASSES, contender.name(), classes);
    }
  }

  private String firstCall(Contender contender, List<String> options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(service.trustOptions());
    all.addAll(options);
    return Java.run(
        Java.program(
            contender.module(),
            all,
            FirstCall.class,
            contender.name(),
            service.tlsEndpoint().toString()));
  }
}
