package io.github.lambdaesm.filter;

import io.github.lambdaesm.internal.text.Excerpt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Adds a condition for a JSON value: a string, number, boolean or null. Each method completes the
 * condition and returns the builder of the pattern.
 *
 * <p>The numeric comparisons match numbers only, not strings such as {@code "5"}. They reject
 * numbers with more digits than a double-precision number can tell apart.
 *
 * @param <B> the type of the builder
 */
public final class ValueCondition<B> extends TextCondition<B> {
  ValueCondition(Function<List<String>, B> target) {
    super(target);
  }

  /** Matches true or false. */
  public B equalTo(boolean value) {
    return add(List.of(Boolean.toString(value)));
  }

  /** Matches an equal number, however it is written. */
  public B equalTo(long value) {
    return equalTo(BigDecimal.valueOf(value));
  }

  /** Matches an equal number, however it is written. */
  public B equalTo(BigDecimal value) {
    return numeric("=", value);
  }

  /** Matches any of the integers. */
  public B anyOf(long first, long... more) {
    return add(integers(first, more));
  }

  /** Matches every value except the given integers. */
  public B anythingBut(long first, long... more) {
    return add(Operators.ANYTHING_BUT, array(integers(first, more)));
  }

  /** Matches every value except numbers that are equal to one of the given ones. */
  public B anythingBut(BigDecimal first, BigDecimal... more) {
    List<String> json = new ArrayList<>(List.of(plain(first)));
    for (BigDecimal each : more) {
      json.add(plain(each));
    }
    return add(Operators.ANYTHING_BUT, array(json));
  }

  private static List<String> integers(long first, long... more) {
    List<String> json = new ArrayList<>(List.of(Long.toString(first)));
    for (long each : more) {
      json.add(Long.toString(each));
    }
    return json;
  }

  /** Matches a JSON null. To match records without the key, use {@link #notExists()}. */
  public B nullValue() {
    return add(List.of("null"));
  }

  /** Matches numbers that are greater than the given one. */
  public B greaterThan(long value) {
    return greaterThan(BigDecimal.valueOf(value));
  }

  /** Matches numbers that are greater than the given one. */
  public B greaterThan(BigDecimal value) {
    return numeric(">", value);
  }

  /** Matches numbers that are greater than or equal to the given one. */
  public B atLeast(long value) {
    return atLeast(BigDecimal.valueOf(value));
  }

  /** Matches numbers that are greater than or equal to the given one. */
  public B atLeast(BigDecimal value) {
    return numeric(">=", value);
  }

  /** Matches numbers that are less than the given one. */
  public B lessThan(long value) {
    return lessThan(BigDecimal.valueOf(value));
  }

  /** Matches numbers that are less than the given one. */
  public B lessThan(BigDecimal value) {
    return numeric("<", value);
  }

  /** Matches numbers that are less than or equal to the given one. */
  public B atMost(long value) {
    return atMost(BigDecimal.valueOf(value));
  }

  /** Matches numbers that are less than or equal to the given one. */
  public B atMost(BigDecimal value) {
    return numeric("<=", value);
  }

  /**
   * Matches the numbers from {@code low} to {@code high}, including both.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public B between(long low, long high) {
    return between(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  /**
   * Matches the numbers from {@code low} to {@code high}, including both.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public B between(BigDecimal low, BigDecimal high) {
    return range(">=", low, "<=", high);
  }

  /**
   * Matches the numbers that are greater than or equal to {@code low} and less than {@code high}.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public B atLeastAndLessThan(long low, long high) {
    return atLeastAndLessThan(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  /**
   * Matches the numbers that are greater than or equal to {@code low} and less than {@code high}.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public B atLeastAndLessThan(BigDecimal low, BigDecimal high) {
    return range(">=", low, "<", high);
  }

  /**
   * Matches the numbers that are greater than {@code low} and less than or equal to {@code high}.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public B greaterThanAndAtMost(long low, long high) {
    return greaterThanAndAtMost(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  /**
   * Matches the numbers that are greater than {@code low} and less than or equal to {@code high}.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public B greaterThanAndAtMost(BigDecimal low, BigDecimal high) {
    return range(">", low, "<=", high);
  }

  /**
   * Matches the numbers that are greater than {@code low} and less than {@code high}.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public B greaterThanAndLessThan(long low, long high) {
    return greaterThanAndLessThan(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  /**
   * Matches the numbers that are greater than {@code low} and less than {@code high}.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public B greaterThanAndLessThan(BigDecimal low, BigDecimal high) {
    return range(">", low, "<", high);
  }

  private B range(String lowerSign, BigDecimal low, String upperSign, BigDecimal high) {
    String lower = plain(low);
    String upper = plain(high);
    if (low.compareTo(high) >= 0) {
      throw new IllegalArgumentException(
          lower + " is not less than " + upper + ". To match one number, use equalTo");
    }
    return add(
        Operators.NUMERIC,
        array(List.of(JsonText.quote(lowerSign), lower, JsonText.quote(upperSign), upper)));
  }

  private B numeric(String operator, BigDecimal value) {
    return add(Operators.NUMERIC, array(List.of('"' + operator + '"', plain(value))));
  }

  /** Returns a number without an exponent. */
  private static String plain(BigDecimal value) {
    if (value == null) {
      throw new IllegalArgumentException("A number of a filter pattern is null");
    }
    if (!NumericOperand.isComparable(value.toString())) {
      throw new IllegalArgumentException(
          "The number "
              + Excerpt.brief(value.toString())
              + " has too many digits to compare; use at most 15");
    }
    return value.stripTrailingZeros().toPlainString();
  }
}
