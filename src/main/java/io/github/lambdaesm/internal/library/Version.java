package io.github.lambdaesm.internal.library;

import java.util.Arrays;
import java.util.Optional;

/** The numeric part of a version: {@code 2.15.0-rc1} is read as {@code 2.15.0}. */
final class Version {
  private static final int NUMBERS = 3;

  private final int[] numbers;

  private Version(int[] numbers) {
    this.numbers = numbers;
  }

  /** Parses the numbers at the beginning of a text. Returns empty if there are none. */
  static Optional<Version> parse(String text) {
    if (text.isEmpty() || !isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    int[] numbers = new int[NUMBERS];
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        numbers[number] = Math.min(10 * numbers[number] + text.charAt(i) - '0', 99_999);
      } else if (text.charAt(i) != '.' || ++number == NUMBERS) {
        break;
      }
    }
    return Optional.of(new Version(numbers));
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  boolean isBefore(Version other) {
    return Arrays.compare(numbers, other.numbers) < 0;
  }
}
