package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.Entry;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Checks the operands of operators as EventBridge does. */
final class Operators {
  static final String NUMERIC = "numeric";
  static final String EXISTS = "exists";
  static final String PREFIX = "prefix";
  static final String SUFFIX = "suffix";
  static final String ANYTHING_BUT = "anything-but";
  static final String EQUALS_IGNORE_CASE = "equals-ignore-case";
  static final String WILDCARD = "wildcard";
  static final String CIDR = "cidr";
  static final String EXACTLY = "exactly";

  private static final Map<String, Operand> OPERANDS =
      Map.of(
          EXACTLY, value -> text(EXACTLY, value),
          PREFIX, value -> textOrIgnoringCase(PREFIX, value),
          SUFFIX, value -> textOrIgnoringCase(SUFFIX, value),
          EQUALS_IGNORE_CASE, value -> text(EQUALS_IGNORE_CASE, value),
          WILDCARD, value -> text(WILDCARD, value).or(() -> wildcard(value)),
          CIDR, value -> text(CIDR, value).or(() -> CidrBlock.problem(textOf(value))),
          EXISTS, Operators::exists,
          NUMERIC, NumericOperand::problem,
          ANYTHING_BUT, Operators::anythingBut);

  /** What {@code anything-but} may contain, and how each of its strings is checked. */
  private static final Map<String, Function<String, Optional<String>>> NEGATABLE =
      Map.of(
          PREFIX, Operators::notEmpty,
          SUFFIX, Operators::notEmpty,
          EQUALS_IGNORE_CASE, text -> Optional.empty(),
          WILDCARD, WildcardText::problem);

  /** Says what is wrong with an operand. */
  private interface Operand {
    Optional<String> problem(PatternNode value);
  }

  private Operators() {}

  static boolean isOperator(String name) {
    return OPERANDS.containsKey(name);
  }

  /** Returns the operator that a name means if its case is ignored. */
  static Optional<String> spelled(String name) {
    return Optional.of(name.toLowerCase(Locale.ROOT)).filter(OPERANDS::containsKey);
  }

  /** Returns what is wrong with the operand of a known operator. */
  static Optional<String> problem(String operator, PatternNode value) {
    Operand operand = OPERANDS.get(operator);
    return operand == null ? Optional.empty() : operand.problem(value);
  }

  private static String textOf(PatternNode value) {
    return value instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private static boolean isText(PatternNode value) {
    return value instanceof ScalarNode scalar && scalar.isString();
  }

  private static boolean isNumber(PatternNode value) {
    return value instanceof ScalarNode scalar && scalar.isNumber();
  }

  private static Optional<String> text(String operator, PatternNode value) {
    return isText(value) ? Optional.empty() : Optional.of(operator + " needs a string");
  }

  private static Optional<String> wildcard(PatternNode value) {
    return WildcardText.problem(textOf(value));
  }

  private static Optional<String> textOrIgnoringCase(String operator, PatternNode value) {
    if (!(value instanceof ObjectNode object)) {
      return text(operator, value);
    }
    List<Entry> entries = object.entries();
    boolean isIgnoringCase =
        entries.size() == 1 && entries.get(0).name().equals(EQUALS_IGNORE_CASE);
    return isIgnoringCase
        ? text(EQUALS_IGNORE_CASE, entries.get(0).value())
        : Optional.of(operator + " needs a string, or only equals-ignore-case in an object");
  }

  private static Optional<String> exists(PatternNode value) {
    return value instanceof ScalarNode scalar && scalar.isBoolean()
        ? Optional.empty()
        : Optional.of("exists needs true or false without quotes");
  }

  private static Optional<String> anythingBut(PatternNode value) {
    if (value instanceof ObjectNode object) {
      return negated(object.entries());
    }
    if (value instanceof ArrayNode array) {
      return literals(array.items());
    }
    return literals(List.of(value));
  }

  private static Optional<String> literals(List<PatternNode> values) {
    boolean isUniform =
        values.stream().allMatch(Operators::isText)
            || values.stream().allMatch(Operators::isNumber);
    if (values.isEmpty() || !isUniform) {
      return noLiterals();
    }
    return isNumber(values.get(0)) ? NumericOperand.problemOfNumbers(values) : Optional.empty();
  }

  private static Optional<String> noLiterals() {
    return Optional.of("anything-but needs only strings or only numbers, not true, false or null");
  }

  private static Optional<String> negated(List<Entry> entries) {
    Function<String, Optional<String>> check =
        entries.size() == 1 ? NEGATABLE.get(entries.get(0).name()) : null;
    if (check == null) {
      return Optional.of("anything-but takes one of prefix, suffix, equals-ignore-case, wildcard");
    }
    PatternNode operand = entries.get(0).value();
    List<PatternNode> values =
        operand instanceof ArrayNode array ? array.items() : List.of(operand);
    if (!values.stream().allMatch(Operators::isText)) {
      return Optional.of(entries.get(0).name() + " in anything-but needs a string or strings");
    }
    return values.stream().flatMap(each -> check.apply(textOf(each)).stream()).findFirst();
  }

  private static Optional<String> notEmpty(String text) {
    return text.isEmpty()
        ? Optional.of("prefix and suffix in anything-but need some text")
        : Optional.empty();
  }
}
