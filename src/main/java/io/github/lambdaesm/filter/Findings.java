package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.Severity;
import io.github.lambdaesm.model.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what the lints find in one or more patterns. */
final class Findings {
  /** How many findings of each severity a pattern can have, so that warnings hide no error. */
  static final int MAX_FINDINGS = 20;

  private final List<Violation> violations = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private Place place = Place.PATTERN;

  /**
   * A pattern in a request.
   *
   * @param member the path of the pattern
   * @param start what each message starts with
   */
  record Place(String member, String start) {
    /** The place of a pattern without a request. */
    static final Place PATTERN = new Place("Pattern", "");

    static Place ofFilter(int index) {
      return new Place("FilterCriteria.Filters[" + index + "].Pattern", "Filter " + index + ": ");
    }
  }

  /** Sets the pattern that the following findings are about. */
  void at(Place pattern) {
    place = pattern;
    counts.clear();
  }

  void add(Lint lint, String message) {
    add(lint, message, lint.remedy());
  }

  void add(Lint lint, String message, String remedy) {
    int count = counts.merge(lint.severity(), 1, Integer::sum);
    if (count < MAX_FINDINGS) {
      append(lint, message, remedy);
    } else if (count == MAX_FINDINGS) {
      append(lint, "The filter pattern has more problems than these", "correct these first");
    }
  }

  private void append(Lint lint, String message, String remedy) {
    violations.add(
        new Violation(
            lint.id(),
            lint.severity(),
            place.member(),
            place.start() + message,
            remedy,
            lint.evidence()));
  }

  List<Violation> toList() {
    return List.copyOf(violations);
  }
}
