package io.github.lambdaesm.mappings;

import java.time.Duration;
import java.util.Map;

/**
 * The progress of a call that works on many mappings.
 *
 * @param done the number of mappings that are done, with or without an error
 * @param total the number of mappings of the call
 * @param counts the number of mappings by outcome; outcomes that did not occur are absent
 * @param failures the number of mappings with an error
 * @param elapsed the time since the call began
 * @param last the result for the mapping that was done last
 */
public record Progress(
    int done,
    int total,
    Map<BulkOutcome, Integer> counts,
    int failures,
    Duration elapsed,
    BulkItem<?> last) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Returns the average number of mappings per second since the call began; zero at its start. */
  public double mappingsPerSecond() {
    return elapsed.isZero() ? 0 : done / (elapsed.toNanos() / NANOS_PER_SECOND);
  }
}
