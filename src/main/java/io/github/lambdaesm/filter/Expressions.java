package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import java.util.Optional;

/** Recognizes conditions in the array of a key. */
final class Expressions {
  private Expressions() {}

  /** Returns the operand of an operator; empty if the value is no condition with it. */
  static Optional<PatternNode> operand(PatternNode value, String operator) {
    return value instanceof ObjectNode object
            && object.entries().size() == 1
            && object.entries().get(0).name().equals(operator)
        ? Optional.of(object.entries().get(0).value())
        : Optional.empty();
  }

  /** Returns whether a value is {@code exists} with the given operand. */
  static boolean isExists(PatternNode value, boolean expected) {
    return operand(value, Operators.EXISTS)
        .filter(operand -> operand instanceof ScalarNode scalar && scalar.isBoolean())
        .filter(operand -> ((ScalarNode) operand).text().equals(Boolean.toString(expected)))
        .isPresent();
  }

  /** Returns whether a value is compared as a number. */
  static boolean isNumeric(PatternNode value) {
    return isNumber(value)
        || operand(value, Operators.NUMERIC).isPresent()
        || operand(value, Operators.ANYTHING_BUT).filter(Expressions::hasNumber).isPresent();
  }

  private static boolean hasNumber(PatternNode operand) {
    return operand instanceof ArrayNode array
        ? array.items().stream().anyMatch(Expressions::isNumber)
        : isNumber(operand);
  }

  private static boolean isNumber(PatternNode value) {
    return value instanceof ScalarNode scalar && scalar.isNumber();
  }
}
