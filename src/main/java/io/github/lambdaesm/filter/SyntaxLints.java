package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.Entry;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import io.github.lambdaesm.filter.PatternOutline.Alternatives;
import io.github.lambdaesm.filter.PatternOutline.Leaf;
import io.github.lambdaesm.internal.text.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the syntax. Lambda answers every mistake with the same sentence; these checks say what is
 * wrong. Except for the two that Lambda is recorded to reject, they are those of EventBridge.
 */
final class SyntaxLints {
  private static final Set<String> NUMERIC_OPERATORS = Set.of("=", "<", "<=", ">", ">=");

  private final Findings findings;

  private SyntaxLints(Findings findings) {
    this.findings = findings;
  }

  static void check(PatternOutline pattern, Findings findings) {
    SyntaxLints lints = new SyntaxLints(findings);
    pattern.leaves().forEach(lints::checkLeaf);
    pattern.alternatives().forEach(lints::checkAlternatives);
    for (KeyPath path : pattern.emptyObjects()) {
      lints.report(path + " has no condition: EventBridge rejects an empty object");
    }
    for (KeyPath path : pattern.keysInBranches()) {
      lints.checkKeyInBranch(path);
    }
  }

  private void report(String message) {
    findings.add(Lint.SYNTAX, message);
  }

  private void checkLeaf(Leaf leaf) {
    checkValue(leaf.path(), leaf.value());
    if (leaf.path().name().equalsIgnoreCase(PatternOutline.OR)) {
      findings.add(Lint.CASE, leaf.path() + " is the name of a key, not the operator $or");
    }
    for (PatternNode value : leaf.values()) {
      if (value instanceof ArrayNode) {
        report(leaf.path() + " has an array in its array, which EventBridge rejects");
      } else if (value instanceof ObjectNode expression) {
        checkExpression(leaf.path(), expression);
      }
    }
  }

  private void checkValue(KeyPath path, PatternNode value) {
    if (value instanceof ScalarNode scalar) {
      String shown = Excerpt.brief(scalar.text());
      findings.add(Lint.SCALAR_LEAF, path + " is the value " + shown + ", not an array of values");
    } else if (value instanceof ArrayNode array && array.items().isEmpty()) {
      findings.add(Lint.EMPTY_ARRAY, path + " is an empty array");
    }
  }

  private void checkExpression(KeyPath path, ObjectNode expression) {
    List<Entry> entries = expression.entries();
    if (entries.size() != 1) {
      report(path + " has a condition with " + entries.size() + " operators instead of one");
      return;
    }
    String operator = entries.get(0).name();
    Optional<String> known = Operators.spelled(operator);
    if (known.isEmpty()) {
      report(path + " has the unknown operator " + Excerpt.brief(operator));
    } else if (!known.get().equals(operator)) {
      findings.add(Lint.CASE, path + " has the operator " + operator, "write it as " + known.get());
    } else {
      checkOperand(path, operator, entries.get(0).value());
    }
  }

  private void checkOperand(KeyPath path, String operator, PatternNode operand) {
    Optional<String> problem = Operators.problem(operator, operand);
    if (problem.isPresent()) {
      report(path + ": " + problem.get());
    } else if (operator.equals(Operators.NUMERIC) && NumericOperand.isEmptyRange(operand)) {
      findings.add(
          Lint.EMPTY_RANGE,
          path + " has a range whose lower bound is not less than its upper bound");
    }
  }

  private void checkAlternatives(Alternatives or) {
    checkOr(or.path(), or.value());
    if (or.value() instanceof ArrayNode array
        && array.items().stream().anyMatch(each -> !(each instanceof ObjectNode))) {
      report("The $or of " + or.path() + " has something else than objects");
    }
  }

  private void checkOr(KeyPath path, PatternNode value) {
    if (value instanceof ObjectNode) {
      report("The $or of " + path + " is not an array");
    } else if (value instanceof ArrayNode array && array.items().size() == 1) {
      report("The $or of " + path + " has only one branch, which EventBridge rejects");
    } else {
      checkValue(path.child(PatternOutline.OR), value);
    }
  }

  private void checkKeyInBranch(KeyPath path) {
    if (isReserved(path.name())) {
      report("The key " + path + " is in an $or, where EventBridge rejects keys named like this");
    }
  }

  /** Returns whether a key must not be in an {@code $or}. */
  static boolean isReserved(String key) {
    return NUMERIC_OPERATORS.contains(key) || Operators.isOperator(key);
  }
}
