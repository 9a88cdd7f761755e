package io.github.lambdaesm.internal.settings;

import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * A setting that was found outside the code.
 *
 * @param source where it is set, as error messages name it
 */
public record ResolvedSetting(String source, String value) {

  /**
   * Returns the value of a boolean setting.
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

  /** Returns a message that names the setting, its value and what it must be instead. */
  public String mustBe(String remedy) {
    return "%s is \"%s\"; it must be %s".formatted(source, value, remedy);
  }
}
