package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testsupport.CapturedLog;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressListenerTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  private void run(ProgressListener listener, int total) {
    ProgressTracker tracker =
        new ProgressTracker(listener, total, FacadeTime.of(time, time::sleep), 0);
    for (int i = 0; i < total; i++) {
      time.advance(Duration.ofMillis(500));
      RuntimeException error = i == 1 ? new IllegalStateException("no") : null;
      tracker.done(
          new BulkItem<>(
              "mapping",
              null,
              error == null ? BulkOutcome.UNCHANGED : BulkOutcome.FAILED,
              null,
              null,
              error));
    }
  }

  @Test
  void rewritesOneLineOfATerminal() {
    StringBuilder out = new StringBuilder();

    run(ProgressListener.printingTo(out, true), 3);

    assertThat(out.toString().split("\r"))
        .containsExactly(
            "",
            "1 of 3 mappings, 2.0 per second, 0 s, UNCHANGED 1",
            "2 of 3 mappings, 2.0 per second, 1 s, UNCHANGED 1, FAILED 1",
            "3 of 3 mappings, 2.0 per second, 1 s, UNCHANGED 2, FAILED 1" + System.lineSeparator());
  }

  @Test
  void overwritesTheRestOfALongerLine() {
    StringBuilder out = new StringBuilder();
    ProgressListener listener = ProgressListener.printingTo(out, true);
    BulkItem<String> item =
        new BulkItem<>("mapping", null, BulkOutcome.UNCHANGED, null, null, null);

    listener.onProgress(
        new Progress(1, 3, Map.of(BulkOutcome.UNCHANGED, 1), 0, Duration.ofSeconds(1), item));
    listener.onProgress(new Progress(2, 3, Map.of(), 0, Duration.ofSeconds(2), item));

    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(2)).hasSameSizeAs(lines.get(1));
  }

  @Test
  void printsTenLinesToALog() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    run(
        ProgressListener.printingTo(new PrintStream(out, false, StandardCharsets.UTF_8), false),
        200);

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(10)
        .first()
        .isEqualTo("20 of 200 mappings, 2.0 per second, 10 s, UNCHANGED 19, FAILED 1");
  }

  @Test
  void fitsIntoTheLineOfATerminal() {
    StringBuilder out = new StringBuilder();
    Map<BulkOutcome, Integer> counts =
        Map.of(
            BulkOutcome.CREATED, 25_000,
            BulkOutcome.UPDATED, 25_000,
            BulkOutcome.UNCHANGED, 25_000,
            BulkOutcome.REPLACE_REQUIRED, 25_000);
    BulkItem<String> item = new BulkItem<>("mapping", null, BulkOutcome.CREATED, null, null, null);

    ProgressListener.printingTo(out, true)
        .onProgress(
            new Progress(
                100_000, 200_000, new TreeMap<>(counts), 0, Duration.ofSeconds(10_000), item));

    assertThat(out)
        .hasSize(80)
        .startsWith("\r100000 of 200000 mappings, 10.0 per second, 10000 s, CREATED 25000");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 11, 15, 19, 20, 99})
  void printsAtMostTenLinesToALog(int total) {
    StringBuilder out = new StringBuilder();

    run(ProgressListener.printingTo(out, false), total);

    assertThat(out.toString().lines())
        .hasSizeBetween(Math.min(total, 5), 10)
        .last()
        .asString()
        .startsWith(total == 1 ? "1 of 1 mapping, " : total + " of " + total + " mappings, ");
  }

  @Test
  void continuesIfListenerFails() {
    AtomicInteger calls = new AtomicInteger();
    try (CapturedLog log = CapturedLog.of(ProgressTracker.class)) {
      run(
          progress -> {
            calls.incrementAndGet();
            throw new IllegalStateException("listener");
          },
          3);

      assertThat(log.lines())
          .containsExactly(
              "WARN The progress listener failed; the call continues",
              "DEBUG The progress listener failed again",
              "DEBUG The progress listener failed again");
    }
    assertThat(calls.get()).isEqualTo(3);
  }

  @Test
  void countsInEachReport() {
    int[] failures = new int[3];
    run(progress -> failures[progress.done() - 1] = progress.failures(), 3);

    assertThat(IntStream.of(failures)).containsExactly(0, 1, 1);
  }
}
