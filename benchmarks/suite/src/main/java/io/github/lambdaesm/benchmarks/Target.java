package io.github.lambdaesm.benchmarks;

import io.github.lambdaesm.benchmarks.HotCalls.Call;
import io.github.lambdaesm.benchmarks.HotRounds.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a figure of ours may be at most, or must be at least, as a ratio.
 *
 * @param toSdk to that of the AWS SDK; not a number if there is none
 * @param toFloor to that of HttpClient alone; not a number if there is none
 * @param moreIsBetter whether the ratio is the least instead of the most
 */
record Target(String figure, double toSdk, double toFloor, boolean moreIsBetter) {
  private static final double NONE = Double.NaN;

  private static final List<Target> ALL =
      List.of(
          most(HotRounds.name(Figure.CPU, Call.CREATE, 1), 0.55, 1.35),
          most(HotRounds.name(Figure.ALLOCATED, Call.CREATE, 1), 0.50, 2.4),
          new Target(HotRounds.name(Figure.CALLS, Call.CREATE, 16), 1.7, 0.75, true),
          most(ColdStarts.WALL, 0.50, 1.10),
          most(ColdStarts.CLASSES, 0.60, NONE),
          most(ColdStarts.MEMORY, 0.65, NONE),
          most(Footprint.BYTES, 0.90, NONE));

  private static Target most(String figure, double toSdk, double toFloor) {
    return new Target(figure, toSdk, toFloor, false);
  }

  static Optional<Target> of(String figure) {
    return ALL.stream().filter(target -> target.figure.equals(figure)).findFirst();
  }

  /** Whether a ratio reaches a target; where there is none, any does. */
  boolean isMet(double ratio, double target) {
    return Double.isNaN(target) || (moreIsBetter ? ratio >= target : ratio <= target);
  }

  String words(double target) {
    return Double.isNaN(target)
        ? ""
        : String.format(Locale.ROOT, "%s %.2f", moreIsBetter ? "≥" : "≤", target);
  }
}
