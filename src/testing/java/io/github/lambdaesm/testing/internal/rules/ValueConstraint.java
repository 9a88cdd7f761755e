package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.lambdaesm.testing.internal.state.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The constraint on a scalar, a list of scalars, or a map. */
public record ValueConstraint(Predicate<JsonNode> type, List<Requirement> requirements)
    implements Constraint {
  private static final double LATEST_SECOND = 1e12;

  public static ValueConstraint string(Requirement... requirements) {
    return new ValueConstraint(JsonNode::isTextual, List.of(requirements));
  }

  public static ValueConstraint string(int min, int max) {
    return string(Requirement.noLongerThan(max), Requirement.noShorterThan(min));
  }

  static ValueConstraint oneOf(String... values) {
    return string(Requirement.oneOf(values));
  }

  public static ValueConstraint integer(int min, int max) {
    return new ValueConstraint(
        JsonNode::isIntegralNumber, List.of(Requirement.atMost(max), Requirement.atLeast(min)));
  }

  static ValueConstraint integerFrom(int min) {
    return new ValueConstraint(JsonNode::isIntegralNumber, List.of(Requirement.atLeast(min)));
  }

  static ValueConstraint flag() {
    return new ValueConstraint(JsonNode::isBoolean, List.of());
  }

  /** Returns a constraint on a time in seconds since 1970, within about 30,000 years of it. */
  static ValueConstraint time() {
    return new ValueConstraint(
        value -> value.isNumber() && Math.abs(value.doubleValue()) < LATEST_SECOND, List.of());
  }

  static ValueConstraint listOf(int min, int max, ValueConstraint element) {
    List<String> messages =
        Stream.concat(element.messages().stream(), Stream.of("Member must not be null")).toList();
    Requirement each =
        new Requirement(
            "Member must satisfy constraint: " + messages,
            list -> Json.values(list).allMatch(element::isSatisfiedBy));
    return new ValueConstraint(
        JsonNode::isArray,
        List.of(Requirement.noLongerThan(max), Requirement.noShorterThan(min), each));
  }

  public static ValueConstraint mapOfText() {
    return new ValueConstraint(
        value -> value.isObject() && Json.values(value).allMatch(JsonNode::isTextual), List.of());
  }

  static ValueConstraint mapOf(int min, int max, ValueConstraint key, ValueConstraint value) {
    List<Requirement> requirements = new ArrayList<>();
    requirements.add(Requirement.noLongerThan(max));
    requirements.add(Requirement.noShorterThan(min));
    requirements.add(
        new Requirement(
            "Map keys must satisfy constraint: " + key.messages(),
            map ->
                map.properties().stream()
                    .allMatch(e -> key.isSatisfiedBy(TextNode.valueOf(e.getKey())))));
    requirements.add(
        new Requirement(
            "Map value must satisfy constraint: " + value.messages(),
            map -> Json.values(map).allMatch(value::isSatisfiedBy)));
    return new ValueConstraint(JsonNode::isObject, List.copyOf(requirements));
  }

  @Override
  public void check(String path, JsonNode value, Violations violations) {
    Constraint.requireType(type.test(value));
    requirements.stream()
        .filter(requirement -> !requirement.predicate().test(value))
        .forEach(requirement -> violations.add(path, value, requirement.message()));
  }

  private boolean isSatisfiedBy(JsonNode value) {
    Constraint.requireType(value.isNull() || type.test(value));
    return !value.isNull()
        && requirements.stream().allMatch(requirement -> requirement.predicate().test(value));
  }

  public List<String> messages() {
    return requirements.stream().map(Requirement::message).toList();
  }
}
