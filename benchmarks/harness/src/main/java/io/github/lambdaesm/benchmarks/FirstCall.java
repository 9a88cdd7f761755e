package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the cost of the first call in a fresh JVM. Arguments: the contender and the endpoint.
 */
public final class FirstCall {
  private FirstCall() {}

  /**
   * Prints the milliseconds since the JVM started, the milliseconds of CPU time, the peak resident
   * memory in kilobytes, and the milliseconds of the call alone.
   */
  public static void main(String[] args) throws IOException {
    Caller caller = Contender.valueOf(args[0]).open(URI.create(args[1]));
    long start = System.nanoTime();
    Object response = caller.create();
    long call = (System.nanoTime() - start) / 1_000_000;
    long now = System.currentTimeMillis();
    if (Boolean.getBoolean("only.the.call")) {
      Runtime.getRuntime().halt(0);
    }
    long cpu = cpuMilliseconds();
    long memory = peakKilobytes();
    // The runtime MXBean takes time and loads classes, so it comes last.
    long sinceJvmStart = now - ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println(sinceJvmStart + " " + cpu + " " + memory + " " + call);
    FixedService.Answer.CREATED.verify(response);
    // Return normally, because the JVM writes the class archive at a normal exit.
    caller.close();
  }

  /** Returns the CPU time. Linux reports it in hundredths of a second, in fields 14 and 15. */
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
    throw new IOException("/proc/self/status has no VmHWM");
  }
}
