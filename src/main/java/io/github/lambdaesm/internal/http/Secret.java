package io.github.lambdaesm.internal.http;

import java.util.Arrays;

/** A secret and its search table, which is computed on demand. Thread-safe. */
final class Secret {
  private final String text;

  /**
   * The length of the longest border of each prefix, computed as far as needed. The array is
   * replaced, never modified.
   */
  private volatile int[] borders = new int[1];

  Secret(String text) {
    this.text = text;
  }

  boolean is(String other) {
    return text.equals(other);
  }

  int length() {
    return text.length();
  }

  char at(int index) {
    return text.charAt(index);
  }

  /**
   * Returns how many consecutive characters of a text match this secret. If escaped, stops at a
   * backslash.
   */
  int matchLength(int from, CharSequence other, int at, boolean escaped) {
    int limit = Math.min(text.length() - from, other.length() - at);
    int matched = 0;
    while (matched < limit
        && matches(other.charAt(at + matched), text.charAt(from + matched), escaped)) {
      matched++;
    }
    return matched;
  }

  private static boolean matches(char one, char other, boolean escaped) {
    return one == other && !(escaped && one == '\\');
  }

  /**
   * Returns the length of the longest border of a prefix: the longest shorter text that it both
   * begins and ends with.
   */
  int border(int prefix) {
    int[] known = borders;
    if (prefix > known.length) {
      // Not synchronized: concurrent threads compute the same table.
      known = extended(known, Math.min(2 * prefix, text.length()));
      borders = known;
    }
    return known[prefix - 1];
  }

  private int[] extended(int[] known, int length) {
    int[] longer = Arrays.copyOf(known, length);
    for (int i = known.length; i < length; i++) {
      int border = longer[i - 1];
      while (border > 0 && text.charAt(border) != text.charAt(i)) {
        border = longer[border - 1];
      }
      longer[i] = text.charAt(border) == text.charAt(i) ? border + 1 : border;
    }
    return longer;
  }
}
