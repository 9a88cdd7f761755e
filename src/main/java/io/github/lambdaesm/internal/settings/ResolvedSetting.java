package io.github.lambdaesm.internal.settings;

import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * A value that somebody has set.
 *
 * @param source where it is set, for people
 */
public record ResolvedSetting(String source, String value) {

  /**
   * What a switch says.
   *
   * @throws SdkClientException if it is neither true nor false
   */
  public boolean isTrue() {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw SdkClientException.create(mustBe("true or false"));
    };
  }

  /** What is wrong with it, and what it must be instead. */
  public String mustBe(String remedy) {
    return "%s is \"%s\"; it must be %s".formatted(source, value, remedy);
  }
}
