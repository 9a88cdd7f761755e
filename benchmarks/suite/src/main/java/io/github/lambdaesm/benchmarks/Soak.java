package io.github.lambdaesm.benchmarks;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.consumer.RecordingStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Calls a faulty service from many threads, and fails if anything leaks, grows or is wrong.
 * Arguments: the report's file, and the duration of each part in seconds.
 */
public final class Soak {
  /** The default size of the client's connection pool. */
  private static final int CONNECTIONS = FlakyService.CONCURRENT_REQUESTS;

  /** Keeps the whole run below five minutes. */
  private static final Duration MAX_PART_DURATION = Duration.ofSeconds(120);

  /** The limit per 10,000 calls. Three faults in a row are expected in 0.64 of them. */
  private static final int MAX_FAILED = 5;

  private final URI endpoint;
  private final URI control;
  private final StringBuilder report;

  private Soak(URI endpoint, URI control, StringBuilder report) {
    this.endpoint = endpoint;
    this.control = control;
    this.report = report;
  }

  /** Runs all parts, and fails if a value exceeds its limit. */
  public static void main(String[] args) throws Exception {
    Duration time = Duration.ofSeconds(Long.parseLong(args[1]));
    if (time.compareTo(MAX_PART_DURATION) > 0) {
      throw new IllegalArgumentException(
          "a part must take at most " + MAX_PART_DURATION.toSeconds() + " seconds, not " + args[1]);
    }
    StringBuilder report = new StringBuilder("# Soak\n\nOne run of `benchmarks/soak` on ");
    report.append(Report.machine()).append(".\n\n");
    Process process =
        Java.program("harness", FlakyService.class)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      List<String> ports = Java.firstLine(process);
      Soak soak = new Soak(localUri(ports.get(0)), localUri(ports.get(1)), report);
      soak.run("64 threads", Executors.newFixedThreadPool(64), 64, time);
      if (Runtime.version().feature() >= 21) {
        soak.run("1,000 virtual threads", virtualThreads(), 1000, time);
      }
      soak.runLists();
    } finally {
      process.destroyForcibly();
    }
    Files.writeString(Path.of(args[0]), report);
    System.out.println(report);
  }

  private static URI localUri(String port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Creates the executor by reflection, because this class is compiled for JDK 17. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  private LambdaClient newClient() {
    return OurCaller.builder(endpoint).build();
  }

  private void run(String name, ExecutorService threads, int workers, Duration time)
      throws Exception {
    Counts counts = new Counts();
    ServiceState before = serviceState();
    long heapBefore;
    long heapAfter;
    int threadsBefore;
    int threadsAfter;
    int connections;
    int usable;
    try (RecordingStream pins = new RecordingStream();
        LambdaClient lambda = newClient()) {
      pins.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(1));
      pins.onEvent("jdk.VirtualThreadPinned", event -> counts.countPinned(event.getStartTime()));
      pins.startAsync();
      // The first quarter warms up: it opens connections, compiles code and fills caches.
      callFor(time.dividedBy(4), lambda, threads, workers, counts);
      heapBefore = heap();
      counts.steadySince = Instant.now();
      threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
      callFor(time.dividedBy(4).multipliedBy(3), lambda, threads, workers, counts);
      heapAfter = heap();
      threadsAfter = ManagementFactory.getThreadMXBean().getThreadCount();
      connections = counts.connections.intValue();
      usable = callConcurrently(lambda);
      // The JVM delivers its events once a second.
      Thread.sleep(2000);
    }
    threads.shutdown();
    ServiceState after = stateAfterClose();
    report.append("## ").append(name).append("\n\n| | |\n| --- | ---: |\n");
    row("calls", counts.calls.sum());
    requireSome("requests that the service reset", after.resets() - before.resets());
    requireSome("requests that it answered with 503", after.unavailable() - before.unavailable());
    requireSome("requests that it throttled", after.throttled() - before.throttled());
    row("calls that failed, after three attempts", counts.failed.sum());
    require("failed of 10,000", counts.failed.sum() * 10_000 / counts.calls.sum(), MAX_FAILED);
    require("wrong answers", counts.wrong.sum(), 0);
    row("heap in use after a quarter of the time, KB", heapBefore / 1024);
    row("heap in use at the end, KB", heapAfter / 1024);
    require(
        "growth of the heap beyond 4 MB, KB",
        Math.max(0, heapAfter - heapBefore - (4 << 20)) / 1024,
        0);
    require(
        "more threads at the end than after a quarter of the time",
        Math.max(0, threadsAfter - threadsBefore),
        0);
    require(
        "connections beyond the pool's " + CONNECTIONS, Math.max(0, connections - CONNECTIONS), 0);
    require("connections of the pool that cannot be used at the end", CONNECTIONS - usable, 0);
    require("connections that are open after the client was closed", after.connections(), 0);
    require(
        "carriers pinned for 1 ms or longer after a quarter of the time", counts.pinned.sum(), 0);
    report.append('\n');
  }

  private void callFor(
      Duration time, LambdaClient lambda, ExecutorService threads, int workers, Counts counts)
      throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      String worker = "worker-" + i + "-";
      running.add(
          threads.submit(
              () -> {
                for (int call = 0; System.nanoTime() < end; call++) {
                  counts.call(lambda, worker + call);
                }
              }));
    }
    Thread.sleep(time.dividedBy(2).toMillis());
    counts.connections.accumulate(serviceState().connections());
    for (Future<?> future : running) {
      future.get();
    }
  }

  /** Makes calls that need all connections at once, and returns how many succeed. */
  private static int callConcurrently(LambdaClient lambda) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      String function = "calm-" + i;
      running.add(
          threads.submit(() -> lambda.createEventSourceMapping(r -> r.functionName(function))));
    }
    int succeeded = 0;
    for (Future<?> future : running) {
      try {
        future.get();
        succeeded++;
      } catch (ExecutionException e) {
        System.err.println(e.getCause());
      }
    }
    threads.shutdown();
    return succeeded;
  }

  private void runLists() {
    report.append("## Lists through the paginator\n\n");
    report.append(
        "| mappings | us a mapping | bytes allocated a mapping | heap in the middle, KB |\n");
    report.append("| ---: | ---: | ---: | ---: |\n");
    Map<Integer, Listing> listings = new HashMap<>();
    try (LambdaClient lambda = newClient()) {
      for (int i = 0; i < 20; i++) {
        measureList(lambda, 10_000);
      }
      for (int total = 1; total <= 10_000; total *= 10) {
        Listing listing = measureList(lambda, total);
        listings.put(total, listing);
        report.append(listing.row(total));
      }
    }
    Listing page = listings.get(100);
    Listing all = listings.get(10_000);
    report.append("\nFrom one page to a hundred of them:\n\n| | |\n| --- | ---: |\n");
    require(
        "more bytes allocated a mapping, %",
        Math.round(100 * (all.bytes() / page.bytes() - 1)), 20);
    require("more heap in use, KB", (all.heap() - page.heap()) / 1024, 1024);
  }

  private static Listing measureList(LambdaClient lambda, int total) {
    var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long allocatedBefore = bean.getThreadAllocatedBytes(thread);
    long start = System.nanoTime();
    int rounds = Math.max(1, 10_000 / total);
    for (int i = 0; i < rounds; i++) {
      long found =
          lambda
              .listEventSourceMappingsPaginator(r -> r.functionName("list-" + total))
              .eventSourceMappings()
              .stream()
              .count();
      if (found != total) {
        throw new IllegalStateException("expected " + total + " mappings, but got " + found);
      }
    }
    double mappings = (double) rounds * total;
    return new Listing(
        (System.nanoTime() - start) / 1000 / mappings,
        (bean.getThreadAllocatedBytes(thread) - allocatedBefore) / mappings,
        heapHalfway(lambda, total));
  }

  /** Returns the heap in use after half of the mappings have been read. */
  private static long heapHalfway(LambdaClient lambda, int total) {
    var mappings =
        lambda
            .listEventSourceMappingsPaginator(r -> r.functionName("list-" + total))
            .eventSourceMappings()
            .iterator();
    for (int i = 0; i <= total / 2 && mappings.hasNext(); i++) {
      mappings.next();
    }
    try {
      return heap();
    } finally {
      Reference.reachabilityFence(mappings);
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Waits until the service has noticed that the connections are closed. */
  private ServiceState stateAfterClose() throws IOException, InterruptedException {
    ServiceState state = serviceState();
    for (int i = 0; i < 20 && state.connections() > 0; i++) {
      Thread.sleep(50);
      state = serviceState();
    }
    return state;
  }

  private ServiceState serviceState() throws IOException {
    try (InputStream response = control.toURL().openStream()) {
      String[] numbers = new String(response.readAllBytes(), StandardCharsets.US_ASCII).split(" ");
      return new ServiceState(
          Integer.parseInt(numbers[0]),
          Long.parseLong(numbers[1]),
          Long.parseLong(numbers[2]),
          Long.parseLong(numbers[3]));
    }
  }

  private void row(String name, long value) {
    report.append(String.format(Locale.ROOT, "| %s | %,d |%n", name, value));
  }

  private void require(String name, long value, long limit) {
    row(name, value);
    if (value > limit) {
      throw new IllegalStateException(name + ": " + value + " exceeds " + limit + "\n" + report);
    }
  }

  private void requireSome(String name, long value) {
    row(name, value);
    if (value == 0) {
      throw new IllegalStateException(name + ": none\n" + report);
    }
  }

  /** The service's open connections, and its injected faults since it started. */
  private record ServiceState(int connections, long resets, long unavailable, long throttled) {}

  /** The microseconds and bytes per mapping of a list, and the heap in use halfway through. */
  private record Listing(double time, double bytes, long heap) {
    String row(int total) {
      return String.format(
          Locale.ROOT, "| %,d | %.1f | %,.0f | %,d |%n", total, time, bytes, heap / 1024);
    }
  }

  /** Makes calls and counts their results. */
  private static final class Counts {
    private final LongAdder calls = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder wrong = new LongAdder();
    private final LongAdder pinned = new LongAdder();
    private final LongAccumulator connections = new LongAccumulator(Math::max, 0);
    private volatile Instant steadySince = Instant.MAX;

    /** Ignores events during the warm-up: the JDK pins once when it initializes its poller. */
    void countPinned(Instant when) {
      if (when.isAfter(steadySince)) {
        pinned.increment();
      }
    }

    void call(LambdaClient lambda, String function) {
      calls.increment();
      try {
        CreateEventSourceMappingResponse response =
            lambda.createEventSourceMapping(
                r -> r.functionName(function).eventSourceArn(Payloads.QUEUE).batchSize(5));
        if (!response.functionArn().endsWith(":function:" + function)) {
          wrong.increment();
        }
      } catch (SdkException e) {
        failed.increment();
      }
    }
  }
}
