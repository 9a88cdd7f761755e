package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.lambdaesm.testing.internal.state.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A value without members of its own: a scalar, a list of scalars, a map. */
public record ValueConstraint(Predicate<JsonNode> type, List<Requirement> terms)
    implements Constraint {
  private static final double LATEST_SECOND = 1e12;

  public static ValueConstraint string(Requirement... terms) {
    return new ValueConstraint(JsonNode::isTextual, List.of(terms));
  }

  public static ValueConstraint string(int shortest, int longest) {
    return string(Requirement.noLongerThan(longest), Requirement.noShorterThan(shortest));
  }

  static ValueConstraint oneOf(String... values) {
    return string(Requirement.oneOf(values));
  }

  public static ValueConstraint integer(int least, int most) {
    return new ValueConstraint(
        JsonNode::isIntegralNumber, List.of(Requirement.atMost(most), Requirement.atLeast(least)));
  }

  static ValueConstraint integerFrom(int least) {
    return new ValueConstraint(JsonNode::isIntegralNumber, List.of(Requirement.atLeast(least)));
  }

  static ValueConstraint flag() {
    return new ValueConstraint(JsonNode::isBoolean, List.of());
  }

  /** Seconds since 1970, within thirty thousand years. */
  static ValueConstraint time() {
    return new ValueConstraint(
        value -> value.isNumber() && Math.abs(value.doubleValue()) < LATEST_SECOND, List.of());
  }

  static ValueConstraint listOf(int fewest, int most, ValueConstraint element) {
    List<String> words =
        Stream.concat(element.words().stream(), Stream.of("Member must not be null")).toList();
    Requirement each =
        new Requirement(
            "Member must satisfy constraint: " + words,
            list -> Json.values(list).allMatch(element::holds));
    return new ValueConstraint(
        JsonNode::isArray,
        List.of(Requirement.noLongerThan(most), Requirement.noShorterThan(fewest), each));
  }

  public static ValueConstraint mapOfText() {
    return new ValueConstraint(
        value -> value.isObject() && Json.values(value).allMatch(JsonNode::isTextual), List.of());
  }

  static ValueConstraint mapOf(int fewest, int most, ValueConstraint key, ValueConstraint value) {
    List<Requirement> terms = new ArrayList<>();
    terms.add(Requirement.noLongerThan(most));
    terms.add(Requirement.noShorterThan(fewest));
    terms.add(
        new Requirement(
            "Map keys must satisfy constraint: " + key.words(),
            map ->
                map.properties().stream().allMatch(e -> key.holds(TextNode.valueOf(e.getKey())))));
    terms.add(
        new Requirement(
            "Map value must satisfy constraint: " + value.words(),
            map -> Json.values(map).allMatch(value::holds)));
    return new ValueConstraint(JsonNode::isObject, List.copyOf(terms));
  }

  @Override
  public void check(String path, JsonNode value, Violations violations) {
    Constraint.requireType(type.test(value));
    terms.stream()
        .filter(term -> !term.holds().test(value))
        .forEach(term -> violations.add(path, value, term.words()));
  }

  private boolean holds(JsonNode value) {
    Constraint.requireType(value.isNull() || type.test(value));
    return !value.isNull() && terms.stream().allMatch(term -> term.holds().test(value));
  }

  public List<String> words() {
    return terms.stream().map(Requirement::words).toList();
  }
}
