package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.Entry;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test needs to know about a pattern besides what event-ruler makes of it. Rejects patterns
 * that would cost too much; whatever else is wrong with a pattern is left to event-ruler.
 */
final class PatternScan {
  private static final String WILDCARD = "wildcard";

  private final String pattern;
  private final Map<String, String> conditions = new LinkedHashMap<>();
  private final Map<String, Integer> wildcards = new LinkedHashMap<>();

  private PatternScan(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @param what what the pattern is, for errors, such as "Filter 0"
   */
  static PatternScan of(String what, @Nullable String pattern) {
    if (pattern == null) {
      throw new IllegalArgumentException(what + " has no pattern.");
    }
    int length = pattern.codePointCount(0, pattern.length());
    if (length > Limits.PATTERN_LENGTH) {
      throw new IllegalArgumentException(
          "%s has %d characters; a pattern may have %d."
              .formatted(what, length, Limits.PATTERN_LENGTH));
    }
    ObjectNode object = parse(what, pattern);
    if (AlternativeCount.of(object) > Limits.ALTERNATIVES) {
      throw new IllegalArgumentException(
          "%s combines more than %d alternatives of $or, too many to test."
              .formatted(what, Limits.ALTERNATIVES));
    }
    PatternScan scan = new PatternScan(pattern);
    PatternOutline.of(object).leaves().forEach(scan::add);
    return scan;
  }

  private static ObjectNode parse(String what, String pattern) {
    try {
      return PatternParser.parse(pattern);
    } catch (InvalidPatternException e) {
      throw new IllegalArgumentException(
          "%s is invalid: %s; %s".formatted(what, e.problem(), e.reason().remedy()), e);
    }
  }

  private void add(PatternOutline.Leaf leaf) {
    if (leaf.value() instanceof ArrayNode values) {
      String path = String.join(".", leaf.path().names());
      conditions.merge(
          path,
          JsonText.of(values),
          (one, other) -> one.equals(other) ? one : one + " or " + other);
      addWildcards(path, values);
    }
  }

  /** Adds the wildcards of a condition, at any depth. */
  private void addWildcards(String path, ArrayNode values) {
    Deque<Entry> open = new ArrayDeque<>();
    open.push(new Entry("", values));
    while (!open.isEmpty()) {
      Entry next = open.pop();
      if (next.value() instanceof ObjectNode object) {
        object.entries().forEach(open::push);
      } else if (next.value() instanceof ArrayNode array) {
        array.items().forEach(item -> open.push(new Entry(next.name(), item)));
      } else if (next.value() instanceof ScalarNode scalar
          && scalar.isString()
          && next.name().equals(WILDCARD)) {
        wildcards.merge(path, WildcardComplexity.of(scalar.text()), Integer::sum);
      }
    }
  }

  String pattern() {
    return pattern;
  }

  /** Returns the JSON of the conditions by path. A path in several alternatives has several. */
  Map<String, String> conditions() {
    return conditions;
  }

  /** Returns the complexity of the wildcards by path. */
  Map<String, Integer> wildcards() {
    return wildcards;
  }
}
