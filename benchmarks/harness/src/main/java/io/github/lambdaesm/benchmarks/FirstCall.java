package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the first call of a fresh JVM costs: milliseconds since its start, milliseconds of CPU, and
 * the most kilobytes of memory that were resident; and the milliseconds of the call alone.
 * Arguments: the contender and the endpoint.
 */
public final class FirstCall {
  private FirstCall() {}

  /** Prints the four numbers. */
  public static void main(String[] args) throws IOException {
    Caller caller = Contender.valueOf(args[0]).open(URI.create(args[1]));
    long begun = System.nanoTime();
    Object answer = caller.create();
    long call = (System.nanoTime() - begun) / 1_000_000;
    long now = System.currentTimeMillis();
    if (Boolean.getBoolean("only.the.call")) {
      Runtime.getRuntime().halt(0);
    }
    long cpu = cpuMilliseconds();
    long memory = peakKilobytes();
    // The bean of the JVM costs classes and time of its own, so it comes last.
    long sinceStart = now - ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println(sinceStart + " " + cpu + " " + memory + " " + call);
    FixedService.Answer.CREATED.requireIn(answer);
    // An orderly end: an archive of the classes is written at it.
    caller.close();
  }

  /** Linux counts it in hundredths of a second, in the fields 14 and 15. */
  private static long cpuMilliseconds() throws IOException {
    String[] fields = Files.readString(Path.of("/proc/self/stat")).split(" ");
    return 10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
  }

  private static long peakKilobytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("there is no VmHWM");
  }
}
