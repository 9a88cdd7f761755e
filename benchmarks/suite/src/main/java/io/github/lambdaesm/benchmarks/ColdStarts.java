package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first call over TLS, in fresh JVMs that take turns. */
final class ColdStarts {
  static final String WALL = "first call over TLS, ms since the JVM started";
  static final String CPU = "first call over TLS, ms of CPU";
  static final String MEMORY = "peak resident size of that process, KB";
  static final String CLASSES = "classes loaded at the first call";
  static final String ARCHIVED = "the same with an archive of its classes, ms";
  static final String CALL = "of that the call itself, ms";
  static final String WARM = "the call itself after warmUp(true), ms";

  /** From JDK 25 on the ahead-of-time cache takes the place of class-data sharing. */
  private static final boolean HAS_AOT = Runtime.version().feature() >= 25;

  private final RunningService service;
  private final Path folder;
  private final int rounds;

  ColdStarts(RunningService service, Path folder, int rounds) {
    this.service = service;
    this.folder = folder;
    this.rounds = rounds;
  }

  void measure(Medians medians) throws IOException, InterruptedException {
    for (Contender contender : Contender.COMPARED) {
      firstCall(
          contender,
          List.of(
              (HAS_AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=")
                  + archive(contender)));
    }
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : Contender.COMPARED) {
        String[] numbers = firstCall(contender, List.of()).split(" ");
        medians.add(WALL, contender.name(), Double.parseDouble(numbers[0]));
        medians.add(CPU, contender.name(), Double.parseDouble(numbers[1]));
        medians.add(MEMORY, contender.name(), Double.parseDouble(numbers[2]));
        String archived =
            firstCall(
                contender,
                List.of(
                    (HAS_AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive(contender)));
        medians.add(ARCHIVED, contender.name(), Double.parseDouble(archived.split(" ")[0]));
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

  private Path archive(Contender contender) {
    return folder.resolve(contender + ".archive");
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
