package io.github.lambdaesm.filter;

import java.util.Optional;

/** Checks the operand of {@code wildcard}. */
final class WildcardText {
  private WildcardText() {}

  static Optional<String> problem(String text) {
    int index = 0;
    while (index < text.length()) {
      char character = text.charAt(index);
      char next = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
      if (character == '*' && next == '*') {
        return Optional.of("wildcard has two asterisks in a row");
      }
      if (character == '\\' && next != '*' && next != '\\') {
        return Optional.of("wildcard has a backslash before something else than * or \\");
      }
      index += character == '\\' ? 2 : 1;
    }
    return Optional.empty();
  }
}
