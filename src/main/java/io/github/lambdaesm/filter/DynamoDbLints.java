package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.DynamoDbPath.Place;
import io.github.lambdaesm.filter.PatternOutline.Leaf;

/** Checks that conditions on attributes of DynamoDB items name the type and compare strings. */
final class DynamoDbLints {
  private final Findings findings;

  private DynamoDbLints(Findings findings) {
    this.findings = findings;
  }

  static void check(PatternOutline pattern, Findings findings) {
    pattern.leaves().forEach(new DynamoDbLints(findings)::check);
  }

  private void check(Leaf leaf) {
    Place place = DynamoDbPath.placeOf(leaf.path());
    switch (place) {
      case OUTSIDE -> {}
      case VALUE -> checkNumbers(leaf);
      case INVALID ->
          findings.add(
              Lint.DYNAMODB_TYPE_MISSING,
              leaf.path() + " has a key where the type of an attribute must be, such as S or N");
      default -> checkIntermediate(leaf);
    }
  }

  private void checkNumbers(Leaf leaf) {
    if (leaf.values().stream().anyMatch(Expressions::isNumeric)) {
      findings.add(
          Lint.NUMERIC_ON_DYNAMODB,
          leaf.path() + " is compared as a number, but the records have numbers as strings");
    }
  }

  private void checkIntermediate(Leaf leaf) {
    for (boolean expected : new boolean[] {true, false}) {
      if (leaf.values().stream().anyMatch(value -> Expressions.isExists(value, expected))) {
        findings.add(
            Lint.EXISTS_INTERMEDIATE,
            leaf.path()
                + " is an object, for which exists "
                + (expected ? "true never matches" : "false always matches"));
      }
    }
    boolean isOnlyExists =
        leaf.values().stream().allMatch(each -> isExists(each)) && !leaf.values().isEmpty();
    if (!isOnlyExists) {
      findings.add(
          Lint.DYNAMODB_TYPE_MISSING,
          leaf.path() + " is an object, so a condition without the type never matches");
    }
  }

  private static boolean isExists(PatternNode value) {
    return Expressions.isExists(value, true) || Expressions.isExists(value, false);
  }
}
