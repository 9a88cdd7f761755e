package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the first call over TLS in fresh JVMs. The contenders take turns. */
final class ColdStarts {
  static final String WALL = "first call over TLS, ms since the JVM started";
  static final String CPU = "first call over TLS, ms of CPU";
  static final String MEMORY = "peak resident size of that process, KB";
  static final String CLASSES = "classes loaded at the first call";
  static final String ARCHIVED = "first call over TLS with an archive of the classes, ms";
  static final String ONE_COMPILER = "first call over TLS with -XX:TieredStopAtLevel=1, ms";
  static final String CALL = "first call over TLS, of that the call itself, ms";
  static final String WARM_WALL =
      "first call over TLS after warmUp(true), ms since the JVM started";
  static final String WARM = "first call over TLS after warmUp(true), of that the call itself, ms";

  /** Whether to use the ahead-of-time cache, which replaces class-data sharing from JDK 25 on. */
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
      writeArchive(contender);
    }
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : Contender.COMPARED) {
        String[] numbers = firstCall(contender, List.of()).split(" ");
        medians.add(WALL, contender.name(), Double.parseDouble(numbers[0]));
        medians.add(CALL, contender.name(), Double.parseDouble(numbers[3]));
        medians.add(CPU, contender.name(), Double.parseDouble(numbers[1]));
        medians.add(MEMORY, contender.name(), Double.parseDouble(numbers[2]));
        String oneCompiler = firstCall(contender, List.of("-XX:TieredStopAtLevel=1"));
        medians.add(ONE_COMPILER, contender.name(), Double.parseDouble(oneCompiler.split(" ")[0]));
        String archived = firstCall(contender, archiveOptions(contender));
        medians.add(ARCHIVED, contender.name(), Double.parseDouble(archived.split(" ")[0]));
      }
      String[] warm = firstCall(Contender.WARM, List.of()).split(" ");
      medians.add(WARM_WALL, Contender.OURS.name(), Double.parseDouble(warm[0]));
      medians.add(WARM, Contender.OURS.name(), Double.parseDouble(warm[3]));
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

  private void writeArchive(Contender contender) throws IOException, InterruptedException {
    String option = HAS_AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    firstCall(contender, List.of(option + archive(contender)));
    if (!Files.exists(archive(contender))) {
      throw new IOException("the JVM wrote no class archive for " + contender);
    }
  }

  /** Returns the options that load the archive. The JVM fails to start if it cannot use it. */
  private List<String> archiveOptions(Contender contender) {
    return HAS_AOT
        ? List.of("-XX:AOTCache=" + archive(contender), "-XX:AOTMode=on")
        : List.of("-XX:SharedArchiveFile=" + archive(contender), "-Xshare:on");
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
