package io.github.lambdaesm.internal.library;

import java.util.Arrays;

/** The numbers of a version, without what follows them: {@code 2.15.0-rc1} is {@code 2.15.0}. */
final class Version {
  private static final int NUMBERS = 3;

  private final int[] numbers;

  private Version(int[] numbers) {
    this.numbers = numbers;
  }

  static Version parse(String text) {
    int[] numbers = new int[NUMBERS];
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        numbers[number] = Math.min(10 * numbers[number] + digit, 99_999);
      } else if (text.charAt(i) != '.' || ++number == NUMBERS) {
        break;
      }
    }
    return new Version(numbers);
  }

  boolean isBefore(Version other) {
    return Arrays.compare(numbers, other.numbers) < 0;
  }
}
