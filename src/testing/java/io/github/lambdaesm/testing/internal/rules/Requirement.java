package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A requirement on a value, with the message of Lambda. The message of {@link #oneOf} is recorded
 * for a single value; the others are the usual messages of AWS services.
 */
public record Requirement(String message, Predicate<JsonNode> predicate) {

  static Requirement atMost(int max) {
    return new Requirement(
        "Member must have value less than or equal to " + max,
        value -> value.decimalValue().compareTo(BigDecimal.valueOf(max)) <= 0);
  }

  static Requirement atLeast(int min) {
    return new Requirement(
        "Member must have value greater than or equal to " + min,
        value -> value.decimalValue().compareTo(BigDecimal.valueOf(min)) >= 0);
  }

  static Requirement noLongerThan(int max) {
    return new Requirement(
        "Member must have length less than or equal to " + max, value -> length(value) <= max);
  }

  static Requirement noShorterThan(int min) {
    return new Requirement(
        "Member must have length greater than or equal to " + min, value -> length(value) >= min);
  }

  public static Requirement matches(Pattern pattern) {
    return new Requirement(
        "Member must satisfy regular expression pattern: " + pattern,
        value -> pattern.matcher(value.asText()).matches());
  }

  static Requirement oneOf(String... values) {
    List<String> known = List.of(values);
    return new Requirement(
        "Member must satisfy enum value set: " + known, value -> known.contains(value.asText()));
  }

  private static int length(JsonNode value) {
    return value.isTextual() ? value.asText().length() : value.size();
  }
}
