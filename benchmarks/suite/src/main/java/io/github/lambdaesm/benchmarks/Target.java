package io.github.lambdaesm.benchmarks;

import static io.github.lambdaesm.benchmarks.Ratio.OURS_TO_FLOOR;
import static io.github.lambdaesm.benchmarks.Ratio.OURS_TO_SDK;
import static io.github.lambdaesm.benchmarks.Ratio.OURS_URL_CONNECTION_TO_SDK;

import io.github.lambdaesm.benchmarks.HotCalls.Call;
import io.github.lambdaesm.benchmarks.HotRounds.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A target for the ratio of two contenders in one figure.
 *
 * @param moreIsBetter whether the bound is a minimum rather than a maximum
 */
record Target(String figure, Ratio ratio, double bound, boolean moreIsBetter) {
  private static final String CREATE_CPU = HotRounds.name(Figure.CPU, Call.CREATE, 1);
  private static final String CREATE_BYTES = HotRounds.name(Figure.ALLOCATED, Call.CREATE, 1);
  private static final String CREATES_PER_SECOND = HotRounds.name(Figure.CALLS, Call.CREATE, 16);

  private static final List<Target> ALL =
      List.of(
          atMost(ColdStarts.WALL, OURS_URL_CONNECTION_TO_SDK, 0.55),
          atMost(ColdStarts.WALL, OURS_TO_FLOOR, 1.10),
          atMost(ColdStarts.CLASSES, OURS_TO_SDK, 0.60),
          atMost(ColdStarts.MEMORY, OURS_TO_SDK, 0.65),
          atMost(CREATE_CPU, OURS_TO_SDK, 0.50),
          atMost(CREATE_CPU, OURS_TO_FLOOR, 1.35),
          atMost(CREATE_BYTES, OURS_TO_SDK, 0.48),
          atMost(CREATE_BYTES, OURS_TO_FLOOR, 2.40),
          atLeast(CREATES_PER_SECOND, OURS_TO_SDK, 1.70),
          atLeast(CREATES_PER_SECOND, OURS_TO_FLOOR, 0.75),
          atMost(Footprint.BYTES, OURS_TO_SDK, 0.90));

  private static Target atMost(String figure, Ratio ratio, double bound) {
    return new Target(figure, ratio, bound, false);
  }

  private static Target atLeast(String figure, Ratio ratio, double bound) {
    return new Target(figure, ratio, bound, true);
  }

  static Optional<Target> of(String figure, Ratio ratio) {
    return ALL.stream()
        .filter(target -> target.figure.equals(figure) && target.ratio == ratio)
        .findFirst();
  }

  boolean isMet(double value) {
    return moreIsBetter ? value >= bound : value <= bound;
  }

  String label() {
    return String.format(Locale.ROOT, "%s %.2f", moreIsBetter ? "≥" : "≤", bound);
  }
}
