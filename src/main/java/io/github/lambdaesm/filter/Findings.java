package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects what the lints find in one or more patterns. */
final class Findings {
  /** How many findings a pattern can have, plus the first of each kind, so that none is hidden. */
  static final int MAX_FINDINGS = 20;

  private final List<Violation> violations = new ArrayList<>();
  private final Set<Lint> kinds = EnumSet.noneOf(Lint.class);
  private int count;
  private boolean isCut;
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
    kinds.clear();
    count = 0;
    isCut = false;
  }

  void add(Lint lint, String message) {
    add(lint, message, lint.remedy());
  }

  void add(Lint lint, String message, String remedy) {
    if (kinds.add(lint) || count < MAX_FINDINGS - 1) {
      append(lint, message, remedy);
    } else if (!isCut) {
      isCut = true;
      append(lint, "The filter pattern has more problems than these", "correct these first");
    }
  }

  private void append(Lint lint, String message, String remedy) {
    count++;
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
