package io.github.lambdaesm.filter;

/**
 * Counts how many positions in a wildcard an automaton may have to follow at once: the cost of each
 * character that it reads.
 *
 * <p>After each asterisk, the automaton follows the asterisk and all prefixes of the next segment
 * that are also suffixes of what it has read. The prefix function of Knuth, Morris and Pratt finds
 * how many there can be.
 */
final class WildcardComplexity {
  private WildcardComplexity() {}

  static int of(String wildcard) {
    int complexity = 1;
    int star = wildcard.indexOf('*');
    while (star >= 0) {
      int next = wildcard.indexOf('*', star + 1);
      int end = next < 0 ? wildcard.length() : next;
      complexity += 1 + overlap(wildcard.substring(star + 1, end));
      star = next;
    }
    return complexity;
  }

  private static int overlap(String segment) {
    int[] border = new int[segment.length() + 1];
    int[] count = new int[segment.length() + 1];
    int most = 0;
    for (int i = 1; i <= segment.length(); i++) {
      int length = border[i - 1];
      while (length > 0 && segment.charAt(length) != segment.charAt(i - 1)) {
        length = border[length];
      }
      if (i > 1 && segment.charAt(length) == segment.charAt(i - 1)) {
        length++;
      }
      border[i] = length;
      count[i] = count[length] + 1;
      most = Math.max(most, count[i]);
    }
    return most;
  }
}
