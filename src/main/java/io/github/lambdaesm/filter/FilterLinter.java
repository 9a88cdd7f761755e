package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.Violation;
import java.util.List;

/** Checks the filter patterns of a request. */
public final class FilterLinter {
  private FilterLinter() {}

  /** Returns what is wrong with the patterns, for a type of event source. */
  public static List<Violation> check(FilterCriteria criteria, EventSource source) {
    return List.of();
  }
}
