package io.github.lambdaesm.internal.http;

/**
 * Finds a secret anywhere in a text. At the end of the text, finds a beginning of the secret too,
 * because a body may have been truncated. Uses the Knuth-Morris-Pratt algorithm, which takes linear
 * time.
 */
final class SecretSearch {
  private final CharSequence text;
  private final Secret secret;
  private final boolean escaped;

  private int matched;
  private int start;
  private int at;

  /**
   * @param escaped whether the text may contain JSON escapes
   */
  SecretSearch(CharSequence text, Secret secret, boolean escaped) {
    this.text = text;
    this.secret = secret;
    this.escaped = escaped;
  }

  /** Returns the start of the secret that was found. */
  int start() {
    return start;
  }

  /** Returns the end of the secret that was found. */
  int end() {
    return at;
  }

  /** Finds the next occurrence of the secret. Returns whether there is one. */
  boolean findNext() {
    matched = 0;
    start = at;
    while (matched < secret.length() && at < text.length()) {
      int same = secret.matchLength(matched, text, at, escaped);
      matched += same;
      at += same;
      if (matched < secret.length() && at < text.length()) {
        step();
      }
    }
    // An incomplete match is at the end of the text, and must be long enough not to be a
    // coincidence.
    return matched == secret.length() || matched >= Redactor.MIN_TOKEN_LENGTH;
  }

  private void step() {
    if (escaped && isTruncatedEscape()) {
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

  /**
   * Returns whether the text ends with an incomplete escape that begins at the current position.
   */
  private boolean isTruncatedEscape() {
    int end = text.length();
    if (text.charAt(at) != '\\' || end - at >= 6) {
      return false;
    }
    boolean truncated = end - at == 1 || text.charAt(at + 1) == 'u';
    for (int i = at + 2; i < end; i++) {
      truncated &= Character.digit(text.charAt(i), 16) >= 0;
    }
    return truncated;
  }

  /** Returns the value of four hexadecimal digits, or a negative number if there are not four. */
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
