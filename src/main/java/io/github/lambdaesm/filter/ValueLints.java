package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternNode.Entry;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import io.github.lambdaesm.filter.PatternOutline.Leaf;
import io.github.lambdaesm.model.EventSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Checks values and operators that match something else than they seem to. */
final class ValueLints {
  private static final Set<String> BOOLEANS = Set.of("true", "false");

  /** Keys of SQS records whose values are always strings. */
  private static final Set<String> STRING_MAPS = Set.of("attributes", "messageAttributes");

  /** The types of DynamoDB strings. */
  private static final Set<String> STRING_TYPES = Set.of("S", "SS");

  private final EventSource source;
  private final Findings findings;

  private ValueLints(EventSource source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  static void check(PatternOutline pattern, EventSource source, Findings findings) {
    pattern.leaves().forEach(new ValueLints(source, findings)::check);
  }

  private void check(Leaf leaf) {
    checkNumbers(leaf);
    checkBooleans(leaf);
    checkNull(leaf);
    for (PatternNode value : leaf.values()) {
      if (value instanceof ObjectNode object && object.entries().size() == 1) {
        checkOperator(leaf.path(), object.entries().get(0));
      }
    }
  }

  private static boolean has(Leaf leaf, Predicate<ScalarNode> test) {
    return leaf.values().stream()
        .anyMatch(value -> value instanceof ScalarNode scalar && test.test(scalar));
  }

  private void checkNumbers(Leaf leaf) {
    boolean isDynamoDb = source == EventSource.DYNAMODB && DynamoDbPath.isInImage(leaf.path());
    if (!isDynamoDb && has(leaf, each -> each.isNumber() && !isInteger(each.text()))) {
      findings.add(
          Lint.NUMBER_LITERAL,
          leaf.path() + " has a number with a fraction or exponent, which may match as text only");
    }
  }

  private static boolean isInteger(String number) {
    return number.chars().allMatch(each -> each == '-' || (each >= '0' && each <= '9'));
  }

  private void checkBooleans(Leaf leaf) {
    boolean isString =
        STRING_TYPES.contains(leaf.path().name())
            || (source.isSqs() && STRING_MAPS.contains(leaf.path().names().get(0)));
    boolean hasText = has(leaf, each -> each.isString() && BOOLEANS.contains(each.text()));
    if (hasText && !isString && !has(leaf, ScalarNode::isBoolean)) {
      findings.add(
          Lint.BOOLEAN_AS_STRING,
          leaf.path() + " is compared with a string, which does not match true or false");
    }
  }

  private void checkNull(Leaf leaf) {
    boolean matchesMissing =
        leaf.values().stream().anyMatch(value -> Expressions.isExists(value, false));
    if (has(leaf, ScalarNode::isNull) && !matchesMissing) {
      findings.add(
          Lint.NULL_MEANS_JSON_NULL,
          leaf.path() + " has null, which does not match records without the key");
    }
  }

  private void checkOperator(KeyPath path, Entry expression) {
    String operator = expression.name();
    boolean isNested = expression.value() instanceof ObjectNode;
    switch (operator) {
      case Operators.WILDCARD, Operators.EXACTLY -> unlisted(path, operator, "");
      case Operators.CIDR -> unlisted(path, operator, ", although deployed filters have it");
      case Operators.ANYTHING_BUT -> {
        if (isNested) {
          unlisted(path, "an operator in " + operator, ", and EventBridge pipes do not support it");
        }
      }
      case Operators.PREFIX, Operators.SUFFIX -> {
        if (isNested) {
          unlisted(path, operator + " ignoring case", "");
        }
        checkEmpty(path, operator, expression.value());
      }
      default -> {}
    }
  }

  private void unlisted(KeyPath path, String operator, String note) {
    findings.add(
        Lint.OPERATOR_UNLISTED,
        path + " uses " + operator + ", which Lambda does not document" + note);
  }

  private void checkEmpty(KeyPath path, String operator, PatternNode operand) {
    List<PatternNode> texts =
        operand instanceof ObjectNode object
            ? object.entries().stream().map(Entry::value).toList()
            : List.of(operand);
    for (PatternNode each : texts) {
      if (each instanceof ScalarNode scalar && scalar.isString() && scalar.text().isEmpty()) {
        findings.add(
            Lint.PREFIX_EMPTY, path + " has an empty " + operator + ", which matches every string");
      }
    }
  }
}
