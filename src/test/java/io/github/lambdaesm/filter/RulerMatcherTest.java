package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.filter.Verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.Patterns;

/** Compares verdicts on random events with those of plain machines of event-ruler. */
class RulerMatcherTest {
  private static final String[] KEYS = {"a", "b", "c", "d"};
  private static final String[] VALUES = {
    "1", "1.0", "-2", "\"x\"", "\"xy\"", "\"\"", "null", "true"
  };
  private static final String[] CONDITIONS = {
    "1",
    "\"x\"",
    "null",
    "true",
    "{\"exists\":true}",
    "{\"exists\":false}",
    "{\"prefix\":\"x\"}",
    "{\"suffix\":\"y\"}",
    "{\"anything-but\":[\"x\"]}",
    "{\"numeric\":[\"<\",2]}",
    "{\"numeric\":[\"<\",-1]}",
    "{\"numeric\":[\">\",0,\"<=\",1]}",
    "{\"anything-but\":[1]}",
    "{\"anything-but\":{\"prefix\":\"x\"}}",
    "{\"anything-but\":{\"suffix\":\"y\"}}",
    "{\"equals-ignore-case\":\"X\"}",
    "{\"wildcard\":\"*y\"}"
  };

  private final SplittableRandom random = new SplittableRandom(20261129);

  @Test
  void agreesWithEventRulerOnRandomEvents() throws Exception {
    int matched = 0;
    int count = 2_000;
    for (int i = 0; i < count; i++) {
      String first = pattern(2);
      String second = pattern(2);
      String event = object(3, () -> value(2));

      OptionalInt expected =
          matches(first, event)
              ? OptionalInt.of(0)
              : matches(second, event) ? OptionalInt.of(1) : OptionalInt.empty();
      Verdict actual = FilterTester.forEvents(first, second).test(event);

      assertThat(actual.filter()).as("%s with %s and %s", event, first, second).isEqualTo(expected);
      assertThat(actual.outcome())
          .isEqualTo(expected.isPresent() ? Outcome.MATCHED : Outcome.FILTERED_OUT);
      assertThat(actual.whyNot().isEmpty()).isEqualTo(expected.isPresent());
      matched += expected.isPresent() ? 1 : 0;
    }
    assertThat(matched).isBetween(count / 20, count - count / 20);
  }

  /** Asks a machine for each alternative: one machine for all sometimes misses a match. */
  private static boolean matches(String pattern, String event) throws Exception {
    boolean matches = false;
    for (Map<String, List<Patterns>> alternative : JsonRuleCompiler.compile(pattern)) {
      Machine machine = Machine.builder().build();
      machine.addPatternRule("rule", alternative);
      matches |= !machine.rulesForJSONEvent(event).isEmpty();
    }
    return matches;
  }

  private String pattern(int depth) {
    if (depth > 0 && random.nextInt(4) == 0) {
      return "{\"$or\":[%s,%s]}".formatted(pattern(depth - 1), pattern(depth - 1));
    }
    return object(
        2,
        () -> {
          if (depth > 0 && random.nextBoolean()) {
            return pattern(depth - 1);
          }
          StringJoiner conditions = new StringJoiner(",", "[", "]");
          for (int i = random.nextInt(2); i >= 0; i--) {
            conditions.add(oneOf(CONDITIONS));
          }
          return conditions.toString();
        });
  }

  private String value(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 1 -> object(3, () -> value(depth - 1));
      case 2 -> {
        boolean hasObjects = random.nextBoolean();
        StringJoiner array = new StringJoiner(",", "[", "]");
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(hasObjects ? object(3, () -> value(depth - 1)) : oneOf(VALUES));
        }
        yield random.nextInt(4) == 0 ? "[" + array + "]" : array.toString();
      }
      default -> oneOf(VALUES);
    };
  }

  /** Returns an object with one to some of the keys, each at most once. */
  private String object(int most, Supplier<String> value) {
    StringJoiner object = new StringJoiner(",", "{", "}");
    int first = random.nextInt(KEYS.length);
    for (int i = random.nextInt(most); i >= 0; i--) {
      object.add("\"%s\":%s".formatted(KEYS[(first + i) % KEYS.length], value.get()));
    }
    return object.toString();
  }

  private String oneOf(String[] texts) {
    return texts[random.nextInt(texts.length)];
  }
}
