package io.github.lambdaesm.filter;

import io.github.lambdaesm.internal.text.Excerpt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds a condition for an attribute of a DynamoDB item. The records of a stream name the type of
 * each value, so each method here is named after a type.
 *
 * <p>There is no numeric comparison, because the records have numbers as strings.
 */
public final class DynamoDbAttribute {
  private final DynamoDbPatternBuilder builder;
  private final List<String> path;

  DynamoDbAttribute(DynamoDbPatternBuilder builder, List<String> path) {
    this.builder = builder;
    this.path = path;
  }

  private DynamoDbPatternBuilder add(String type, List<String> json) {
    return builder.add(withType(type), json);
  }

  private TextCondition<DynamoDbPatternBuilder> text(String type) {
    return new TextCondition<>(json -> add(type, json));
  }

  private List<String> withType(String type) {
    List<String> typed = new ArrayList<>(path);
    typed.add(type);
    return typed;
  }

  /** Matches any of the strings. */
  public DynamoDbPatternBuilder s(String first, String... more) {
    return s().anyOf(first, more);
  }

  /** Starts a condition for a string, for example {@code s().prefix("A")}. */
  public TextCondition<DynamoDbPatternBuilder> s() {
    return text("S");
  }

  /**
   * Matches any of the numbers. They are compared as text, so write them as DynamoDB does: without
   * leading zeros, trailing zeros after the point, and a plus sign.
   *
   * @throws IllegalArgumentException if a string is not a number
   */
  public DynamoDbPatternBuilder n(String first, String... more) {
    for (String each : Keys.of(first, more)) {
      checkNumber(each);
    }
    return n().anyOf(first, more);
  }

  /** Starts a condition for the text of a number, for example {@code n().exists()}. */
  public TextCondition<DynamoDbPatternBuilder> n() {
    return text("N");
  }

  /** Matches true or false. */
  public DynamoDbPatternBuilder bool(boolean value) {
    return add("BOOL", List.of(Boolean.toString(value)));
  }

  /** Matches the null value. */
  public DynamoDbPatternBuilder nullValue() {
    return add("NULL", List.of("true"));
  }

  /** Matches sets of strings that contain any of the given ones. */
  public DynamoDbPatternBuilder ss(String first, String... more) {
    return text("SS").anyOf(first, more);
  }

  /**
   * Matches sets of numbers that contain any of the given ones, which are compared as text.
   *
   * @throws IllegalArgumentException if a string is not a number
   */
  public DynamoDbPatternBuilder ns(String first, String... more) {
    for (String each : Keys.of(first, more)) {
      checkNumber(each);
    }
    return text("NS").anyOf(first, more);
  }

  private static void checkNumber(String text) {
    try {
      new BigDecimal(text == null ? "" : text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + Excerpt.brief(String.valueOf(text)) + "\" is not a number", e);
    }
  }
}
