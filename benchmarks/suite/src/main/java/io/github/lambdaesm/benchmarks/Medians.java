package io.github.lambdaesm.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Collects measurements, and computes the median for each figure and contender. */
final class Medians {
  private final Map<String, Map<String, double[]>> measured = new LinkedHashMap<>();

  void add(String figure, String contender, double value) {
    measured
        .computeIfAbsent(figure, name -> new LinkedHashMap<>())
        .merge(
            contender,
            new double[] {value},
            (before, more) ->
                DoubleStream.concat(Arrays.stream(before), Arrays.stream(more)).toArray());
  }

  List<String> figures() {
    return List.copyOf(measured.keySet());
  }

  /** Returns the median, or NaN if nothing was measured. */
  double of(String figure, String contender) {
    double[] values =
        measured.getOrDefault(figure, Map.of()).getOrDefault(contender, new double[0]);
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
