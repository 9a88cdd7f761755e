package io.github.lambdaesm.internal.http;

import java.util.Arrays;

/** A secret and its search table, which grows on demand. Thread-safe. */
final class Secret {
  private final String text;

  /** The length of the longest border of each prefix, as far as it was asked for. Never changed. */
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

  /** Returns how many characters of a text are those of this secret, up to an escape. */
  int same(int from, CharSequence other, int at, boolean escaped) {
    int limit = Math.min(text.length() - from, other.length() - at);
    int same = 0;
    while (same < limit && isSame(other.charAt(at + same), text.charAt(from + same), escaped)) {
      same++;
    }
    return same;
  }

  private static boolean isSame(char one, char other, boolean escaped) {
    return one == other && !(escaped && one == '\\');
  }

  /** Returns the length of the longest text that a prefix both begins and ends with. */
  int border(int prefix) {
    int[] known = borders;
    if (prefix > known.length) {
      // Threads that come here at once compute the same.
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
