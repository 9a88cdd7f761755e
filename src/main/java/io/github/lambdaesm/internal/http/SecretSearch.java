package io.github.lambdaesm.internal.http;

/**
 * Finds a secret everywhere in a text, and its beginning at the end of the text, where a body may
 * have been truncated. The search is that of Knuth, Morris and Pratt: it never goes back in the
 * text.
 */
final class SecretSearch {
  private final CharSequence text;
  private final Secret secret;
  private final boolean escaped;

  private int matched;
  private int start;
  private int at;

  /**
   * @param escaped whether a backslash may stand before any character, as in JSON
   */
  SecretSearch(CharSequence text, Secret secret, boolean escaped) {
    this.text = text;
    this.secret = secret;
    this.escaped = escaped;
  }

  /** Where the secret that was found starts. */
  int start() {
    return start;
  }

  /** Where the secret that was found ends. */
  int end() {
    return at;
  }

  /** Finds the next secret, after the one before. */
  boolean findNext() {
    matched = 0;
    start = at;
    while (matched < secret.length() && at < text.length()) {
      int same = secret.same(matched, text, at, escaped);
      matched += same;
      at += same;
      if (matched < secret.length() && at < text.length()) {
        step();
      }
    }
    // The end of the text has only a beginning, which must be long enough to be one.
    return matched == secret.length() || matched >= Redactor.SHORTEST_TOKEN;
  }

  private void step() {
    if (escaped && isCutEscape()) {
      at = text.length();
      return;
    }
    char next = escaped ? decode(at) : text.charAt(at);
    while (matched > 0 && secret.at(matched) != next) {
      int shorter = secret.border(matched);
      start = skip(start, matched - shorter);
      matched = shorter;
    }
    at += escaped ? width(at) : 1;
    if (secret.at(matched) == next) {
      matched++;
    } else {
      start = at;
    }
  }

  private int skip(int from, int characters) {
    if (!escaped) {
      return from + characters;
    }
    int to = from;
    for (int i = 0; i < characters; i++) {
      to += width(to);
    }
    return to;
  }

  /** Returns the character at a position, with a JSON escape resolved. */
  private char decode(int index) {
    return switch (width(index)) {
      case 6 -> (char) hex(index + 2);
      case 2 -> text.charAt(index + 1);
      default -> text.charAt(index);
    };
  }

  private int width(int index) {
    if (text.charAt(index) != '\\' || index + 1 == text.length()) {
      return 1;
    }
    return text.charAt(index + 1) == 'u' && hex(index + 2) >= 0 ? 6 : 2;
  }

  /** Returns whether an escape begins here and the text ends in the middle of it. */
  private boolean isCutEscape() {
    int end = text.length();
    if (text.charAt(at) != '\\' || end - at >= 6) {
      return false;
    }
    boolean cut = end - at == 1 || text.charAt(at + 1) == 'u';
    for (int i = at + 2; i < end; i++) {
      cut &= Character.digit(text.charAt(i), 16) >= 0;
    }
    return cut;
  }

  /** Four hexadecimal digits as a number, or less than 0. */
  private int hex(int from) {
    if (from + 4 > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }
}
