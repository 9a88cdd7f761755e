package io.github.lambdaesm.validation;

import io.github.lambdaesm.filter.FilterLinter;
import io.github.lambdaesm.internal.text.Excerpt;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The IDs of all rules, including those of the linter of filter patterns. */
final class RuleIds {
  private static final Set<String> LINT_IDS = Set.copyOf(FilterLinter.ids());
  private static final Set<String> IDS = ids();

  private RuleIds() {}

  private static Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    RuleTable.RULES.forEach(rule -> ids.add(rule.id()));
    ids.addAll(LINT_IDS);
    return ids;
  }

  /** Returns whether violations with this ID come from the linter of filter patterns. */
  static boolean isOfFilterLinter(String id) {
    return LINT_IDS.contains(id);
  }

  /**
   * Checks IDs.
   *
   * @throws IllegalArgumentException if there is no rule with one of them; the message names the
   *     most similar ID
   */
  static void requireKnown(Collection<String> ids) {
    for (String id : ids) {
      if (!IDS.contains(id)) {
        throw new IllegalArgumentException(
            "There is no rule \"%s\". Did you mean \"%s\"?"
                .formatted(Excerpt.of(id), mostSimilar(id)));
      }
    }
  }

  private static String mostSimilar(String id) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String known : IDS) {
      int distance = distance(known, Excerpt.of(id));
      if (distance < least) {
        least = distance;
        best = known;
      }
    }
    return best;
  }

  /** Returns the number of characters to insert, delete or replace (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[row.length - 1];
  }
}
