package io.github.lambdaesm.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Adds a condition for a value that is a string. Each method completes the condition and returns
 * the builder of the pattern.
 *
 * @param <B> the type of the builder
 */
public class TextCondition<B> {
  private final Function<List<String>, B> target;

  /** Creates a condition that hands its JSON to the given function. */
  TextCondition(Function<List<String>, B> target) {
    this.target = target;
  }

  final B add(List<String> json) {
    return target.apply(json);
  }

  final B add(String operator, String operand) {
    return add(List.of("{\"" + operator + "\":" + operand + "}"));
  }

  static List<String> quoted(String first, String... more) {
    List<String> json = new ArrayList<>(List.of(JsonText.quote(first)));
    for (String each : more) {
      json.add(JsonText.quote(each));
    }
    return json;
  }

  static String array(List<String> json) {
    return "[" + String.join(",", json) + "]";
  }

  /** Matches one string. */
  public B equalTo(String value) {
    return add(quoted(value));
  }

  /** Matches any of the strings. */
  public B anyOf(String first, String... more) {
    return add(quoted(first, more));
  }

  /** Matches the string in upper case, lower case or any mix of them. */
  public B equalsIgnoreCase(String value) {
    return add(Operators.EQUALS_IGNORE_CASE, JsonText.quote(value));
  }

  /** Matches the empty string. */
  public B emptyString() {
    return equalTo("");
  }

  /**
   * Matches strings that start with the given text.
   *
   * @throws IllegalArgumentException if the text is empty
   */
  public B prefix(String text) {
    return add(Operators.PREFIX, JsonText.quote(notEmpty(text)));
  }

  /**
   * Matches strings that end with the given text.
   *
   * @throws IllegalArgumentException if the text is empty
   */
  public B suffix(String text) {
    return add(Operators.SUFFIX, JsonText.quote(notEmpty(text)));
  }

  private static String notEmpty(String text) {
    if ("".equals(text)) {
      throw new IllegalArgumentException(
          "An empty prefix or suffix matches every string; use exists");
    }
    return text;
  }

  /** Matches every value except the given strings. */
  public B anythingBut(String first, String... more) {
    return add(Operators.ANYTHING_BUT, array(quoted(first, more)));
  }

  /** Matches if the record has the key. */
  public B exists() {
    return add(Operators.EXISTS, "true");
  }

  /** Matches if the record does not have the key. */
  public B notExists() {
    return add(Operators.EXISTS, "false");
  }
}
