package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows the change of filter criteria filter by filter. */
final class FilterLines {
  private FilterLines() {}

  static List<String> of(Plan plan) {
    List<Filter> before = plan.mapping() == null ? List.of() : of(plan.mapping().filterCriteria());
    List<Filter> after = of(plan.desired().filterCriteria());
    List<String> lines = new ArrayList<>();
    addMissing("- ", before, after, lines);
    addMissing("+ ", after, before, lines);
    if (lines.isEmpty()) {
      lines.add(
          after.isEmpty() ? "- FilterCriteria: unknown" : "~ FilterCriteria.Filters: other order");
    }
    return lines;
  }

  private static List<Filter> of(@Nullable FilterCriteria criteria) {
    return criteria == null ? List.of() : criteria.filters();
  }

  /** Adds the filters that another list does not have. Counts filters that occur repeatedly. */
  private static void addMissing(
      String sign, List<Filter> filters, List<Filter> others, List<String> lines) {
    List<@Nullable Object> left = new ArrayList<>();
    others.forEach(each -> left.add(NormalForm.FILTERS.of(each)));
    for (int i = 0; i < filters.size(); i++) {
      if (!left.remove(NormalForm.FILTERS.of(filters.get(i)))) {
        String pattern = Objects.requireNonNullElse(filters.get(i).pattern(), "");
        lines.add("%sFilterCriteria.Filters[%s]: %s".formatted(sign, i, PrintedText.of(pattern)));
      }
    }
  }
}
