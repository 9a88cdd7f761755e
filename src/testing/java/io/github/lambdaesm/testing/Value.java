package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A value without members of its own: a scalar, a list of scalars, a map. */
record Value(Predicate<JsonNode> type, List<Term> terms) implements Constraint {
  private static final double LATEST_SECOND = 1e12;

  static Value string(Term... terms) {
    return new Value(JsonNode::isTextual, List.of(terms));
  }

  static Value string(int shortest, int longest) {
    return string(Term.noLongerThan(longest), Term.noShorterThan(shortest));
  }

  static Value oneOf(String... values) {
    return string(Term.oneOf(values));
  }

  static Value integer(int least, int most) {
    return new Value(JsonNode::isIntegralNumber, List.of(Term.atMost(most), Term.atLeast(least)));
  }

  static Value integerFrom(int least) {
    return new Value(JsonNode::isIntegralNumber, List.of(Term.atLeast(least)));
  }

  static Value flag() {
    return new Value(JsonNode::isBoolean, List.of());
  }

  /** Seconds since 1970, within thirty thousand years. */
  static Value time() {
    return new Value(
        value -> value.isNumber() && Math.abs(value.doubleValue()) < LATEST_SECOND, List.of());
  }

  static Value listOf(int fewest, int most, Value element) {
    List<String> words =
        Stream.concat(element.words().stream(), Stream.of("Member must not be null")).toList();
    Term each =
        new Term(
            "Member must satisfy constraint: " + words,
            list -> Json.values(list).allMatch(element::holds));
    return new Value(
        JsonNode::isArray, List.of(Term.noLongerThan(most), Term.noShorterThan(fewest), each));
  }

  static Value mapOfText() {
    return new Value(
        value -> value.isObject() && Json.values(value).allMatch(JsonNode::isTextual), List.of());
  }

  static Value mapOf(int fewest, int most, Value key, Value value) {
    List<Term> terms = new ArrayList<>();
    terms.add(Term.noLongerThan(most));
    terms.add(Term.noShorterThan(fewest));
    terms.add(
        new Term(
            "Map keys must satisfy constraint: " + key.words(),
            map ->
                map.properties().stream().allMatch(e -> key.holds(TextNode.valueOf(e.getKey())))));
    terms.add(
        new Term(
            "Map value must satisfy constraint: " + value.words(),
            map -> Json.values(map).allMatch(value::holds)));
    return new Value(JsonNode::isObject, List.copyOf(terms));
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

  List<String> words() {
    return terms.stream().map(Term::words).toList();
  }
}
