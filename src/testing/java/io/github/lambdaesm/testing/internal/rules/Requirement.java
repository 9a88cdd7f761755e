package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One thing that a value must satisfy, in the words of the service. Those of {@link #oneOf} are
 * recorded for a single value; the others are the usual ones of AWS services.
 */
public record Requirement(String words, Predicate<JsonNode> holds) {

  static Requirement atMost(int most) {
    return new Requirement(
        "Member must have value less than or equal to " + most,
        value -> value.decimalValue().compareTo(BigDecimal.valueOf(most)) <= 0);
  }

  static Requirement atLeast(int least) {
    return new Requirement(
        "Member must have value greater than or equal to " + least,
        value -> value.decimalValue().compareTo(BigDecimal.valueOf(least)) >= 0);
  }

  static Requirement noLongerThan(int most) {
    return new Requirement(
        "Member must have length less than or equal to " + most, value -> length(value) <= most);
  }

  static Requirement noShorterThan(int least) {
    return new Requirement(
        "Member must have length greater than or equal to " + least,
        value -> length(value) >= least);
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
