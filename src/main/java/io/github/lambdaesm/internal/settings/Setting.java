package io.github.lambdaesm.internal.settings;

/**
 * A value that somebody has set.
 *
 * @param source where it is set, for people
 */
public record Setting(String source, String value) {

  /** What is wrong with it, and what it must be instead. */
  public String mustBe(String remedy) {
    return "%s is \"%s\"; it must be %s".formatted(source, value, remedy);
  }
}
