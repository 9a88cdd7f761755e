package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import io.github.lambdaesm.internal.text.Excerpt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the operand of {@code numeric}: one comparison, or a lower and an upper bound. */
final class NumericOperand {
  private static final Set<String> LOWER = Set.of(">", ">=");
  private static final Set<String> UPPER = Set.of("<", "<=");
  private static final String EQUAL = "=";

  private NumericOperand() {}

  static Optional<String> problem(PatternNode value) {
    if (!(value instanceof ArrayNode array)) {
      return Optional.of("numeric needs an array, such as [\">\", 5]");
    }
    List<PatternNode> terms = array.items();
    if (terms.size() != 2 && terms.size() != 4) {
      return Optional.of(
          "numeric needs one or two comparisons, but has " + terms.size() + " terms");
    }
    for (int i = 0; i < terms.size(); i += 2) {
      Optional<String> problem = problemOfComparison(terms.get(i), terms.get(i + 1));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return terms.size() == 4 && !isRange(terms)
        ? Optional.of("a range starts with > or >= and ends with < or <=")
        : Optional.empty();
  }

  private static Optional<String> problemOfComparison(PatternNode operator, PatternNode number) {
    String sign = operator instanceof ScalarNode scalar && scalar.isString() ? scalar.text() : "";
    if (!sign.equals(EQUAL) && !LOWER.contains(sign) && !UPPER.contains(sign)) {
      return Optional.of(
          "numeric has \"" + Excerpt.brief(sign) + "\" instead of one of = < <= > >=");
    }
    return problemOfNumbers(List.of(number));
  }

  /** Returns what is wrong with values that must be numbers. */
  static Optional<String> problemOfNumbers(List<PatternNode> values) {
    for (PatternNode each : values) {
      if (!(each instanceof ScalarNode scalar) || !scalar.isNumber()) {
        return Optional.of("numeric compares with numbers, which have no quotes");
      }
      if (!isComparable(scalar.text())) {
        return Optional.of(
            "the number " + Excerpt.brief(scalar.text()) + " has too many digits to compare");
      }
    }
    return Optional.empty();
  }

  private static boolean isRange(List<PatternNode> terms) {
    return terms.get(0) instanceof ScalarNode lower
        && terms.get(2) instanceof ScalarNode upper
        && LOWER.contains(lower.text())
        && UPPER.contains(upper.text());
  }

  /** Returns whether a valid operand is a range without a number in it, for EventBridge. */
  static boolean isEmptyRange(PatternNode operand) {
    return operand instanceof ArrayNode array
        && array.items().size() == 4
        && isRange(array.items())
        && array.items().get(1) instanceof ScalarNode low
        && array.items().get(3) instanceof ScalarNode high
        && low.isNumber()
        && high.isNumber()
        && Double.parseDouble(low.text()) >= Double.parseDouble(high.text());
  }

  /**
   * Returns whether a number is exactly the shortest text of a double-precision number, with at
   * most 17 digits. EventBridge rejects others.
   */
  static boolean isComparable(String number) {
    double rounded = Double.parseDouble(number);
    try {
      return Double.isFinite(rounded)
          && new BigDecimal(number).compareTo(new BigDecimal(Double.toString(rounded))) == 0;
    } catch (NumberFormatException tooLargeExponent) {
      return false;
    }
  }
}
