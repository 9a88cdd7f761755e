package io.github.lambdaesm.filter;

import java.util.Optional;

/** Checks the operand of {@code cidr}, without a DNS lookup. */
final class CidrBlock {
  private static final int MAX_LENGTH = 50;

  private CidrBlock() {}

  static Optional<String> problem(String block) {
    int slash = block.indexOf('/');
    boolean isValid = block.length() <= MAX_LENGTH && slash > 0 && isBlock(block, slash);
    return isValid
        ? Optional.empty()
        : Optional.of("cidr needs an address block, such as 10.0.0.0/24");
  }

  private static boolean isBlock(String block, int slash) {
    String address = block.substring(0, slash);
    String mask = block.substring(slash + 1);
    return address.indexOf(':') >= 0
        ? isIpv6(address) && isNumberUpTo(mask, 127)
        : isIpv4(address) && isNumberUpTo(mask, 31);
  }

  private static boolean isIpv4(String address) {
    String[] parts = address.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String each : parts) {
      if (!isNumberUpTo(each, 255)) {
        return false;
      }
    }
    return true;
  }

  /** Accepts eight groups, or fewer with one double colon. */
  private static boolean isIpv6(String address) {
    int shortened = address.indexOf("::");
    if (shortened < 0) {
      return groups(address) == 8;
    }
    int before = groups(address.substring(0, shortened));
    int after = groups(address.substring(shortened + 2));
    return before >= 0 && after >= 0 && before + after < 8;
  }

  /** Returns the number of groups; -1 if there is something else in the text. */
  private static int groups(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] groups = text.split(":", -1);
    for (String each : groups) {
      boolean isGroup = !each.isEmpty() && each.length() <= 4;
      if (!isGroup || !each.chars().allMatch(CidrBlock::isHexDigit)) {
        return -1;
      }
    }
    return groups.length;
  }

  private static boolean isHexDigit(int character) {
    return character < 128 && Character.digit(character, 16) >= 0;
  }

  private static boolean isNumberUpTo(String text, int max) {
    boolean isDigits =
        !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isDigits && Integer.parseInt(text) <= max;
  }
}
