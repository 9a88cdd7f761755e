package io.github.lambdaesm.internal.http;

import java.util.Arrays;

/** A secret, and what its search needs to know of it. */
final class Secret {
  private final String text;

  /** The length of the longest border of each prefix, as far as it was asked for. */
  private int[] borders = new int[16];

  private int known = 1;

  Secret(String text) {
    this.text = text;
  }

  int length() {
    return text.length();
  }

  char at(int index) {
    return text.charAt(index);
  }

  /** Returns how many characters of a text are those of this secret, up to an escape. */
  int same(int from, String other, int at, boolean escaped) {
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
    while (known < prefix) {
      addBorder();
    }
    return borders[prefix - 1];
  }

  private void addBorder() {
    int border = borders[known - 1];
    while (border > 0 && text.charAt(border) != text.charAt(known)) {
      border = borders[border - 1];
    }
    if (known == borders.length) {
      borders = Arrays.copyOf(borders, Math.min(2 * known, text.length()));
    }
    borders[known] = text.charAt(border) == text.charAt(known) ? border + 1 : border;
    known++;
  }
}
