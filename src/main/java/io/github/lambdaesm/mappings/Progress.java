package io.github.lambdaesm.mappings;

import java.time.Duration;
import java.util.Map;

/**
 * How far a call for many mappings has come.
 *
 * @param done the number of mappings that are done, with or without an error
 * @param total the number of all mappings of the call
 * @param counts the number of mappings by outcome; outcomes that did not occur are absent
 * @param failures the number of mappings with an error
 * @param elapsed the time since the call began
 * @param last the mapping that was done last
 */
public record Progress(
    int done,
    int total,
    Map<BulkOutcome, Integer> counts,
    int failures,
    Duration elapsed,
    BulkItem<?> last) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Returns the mean number of mappings per second since the call began; zero at its beginning. */
  public double mappingsPerSecond() {
    return elapsed.isZero() ? 0 : done / (elapsed.toNanos() / NANOS_PER_SECOND);
  }
}
