package io.github.lambdaesm.internal.shape;

import java.util.Locale;

/** Tells misspelled names from unrelated ones. */
final class SimilarNames {
  private SimilarNames() {}

  /** Returns whether two names, ignoring case, differ by at most one letter. */
  static boolean areSimilar(String one, String other) {
    String shorter = one.length() <= other.length() ? lower(one) : lower(other);
    String longer = one.length() <= other.length() ? lower(other) : lower(one);
    if (longer.length() - shorter.length() > 1) {
      return false;
    }
    int same = 0;
    while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
      same++;
    }
    int next = longer.length() > shorter.length() ? same : same + 1;
    return same == longer.length()
        || shorter.regionMatches(next, longer, same + 1, longer.length() - same - 1);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
