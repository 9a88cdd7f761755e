package io.github.lambdaesm.benchmarks;

import com.sun.management.OperatingSystemMXBean;
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
      Runtime.getRuntime().halt(answer == null ? 1 : 0);
    }
    // The beans of the JVM cost classes and time of their own, so they come after the clock.
    long sinceStart = now - ManagementFactory.getRuntimeMXBean().getStartTime();
    long cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    System.out.printf("%d %d %d %d%n", sinceStart, cpu / 1_000_000, peakKilobytes(), call);
    // An orderly end: an archive of the classes is written at it.
    caller.close();
  }

  private static long peakKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
