package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.lambdaesm.filter.Verdict.Outcome;
import java.time.Duration;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Patterns and records that make a naive matcher hang, or overflow the stack. */
class HostileFilterTest {

  private static void soon(Executable executable) {
    assertTimeoutPreemptively(Duration.ofSeconds(30), executable);
  }

  private static Outcome test(String pattern, String event) {
    return FilterTester.forEvents(pattern).test(event).outcome();
  }

  private static String repeat(String text, int times) {
    StringJoiner all = new StringJoiner(",");
    for (int i = 0; i < times; i++) {
      all.add(text.replace("#", Integer.toString(i)));
    }
    return all.toString();
  }

  @Test
  void readsSixMegabytes() {
    String event = "{\"a\":{\"b\":[%s,\"x\"]},\"c\":\"%s\"}";

    soon(
        () ->
            assertThat(
                    test(
                        "{\"a\":{\"b\":[\"x\"]}}",
                        event.formatted(repeat("\"y#\"", 200_000), "z".repeat(4_000_000))))
                .isEqualTo(Outcome.MATCHED));
  }

  @Test
  void refusesDeepNesting() {
    String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

    soon(
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> test("{\"a\":{\"a\":[1]}}", deep))
                .withMessageContaining("exceeds a limit of the JSON parser"));
    soon(
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> test("{\"b\":[1]}", deep.replace('{', '[').replace("\"a\":", "")))
                .withMessageContaining("event must be a JSON object"));
    soon(
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(
                    () ->
                        test(
                            "{\"b\":[1]}",
                            "{\"b\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"))
                .withMessageContaining("exceeds a limit of the JSON parser"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test("{\"a\":".repeat(2_000) + "[1]" + "}".repeat(2_000), "{}"))
        .withMessageContaining("may have 4096");
  }

  @Test
  void matchesAsDeepAsTheParserReads() {
    int depth = 650;
    String pattern = "{\"a\":".repeat(depth) + "[1]" + "}".repeat(depth);
    String event =
        "{\"a\":".repeat(depth) + "[".repeat(200) + "1" + "]".repeat(200) + "}".repeat(depth);

    soon(() -> assertThat(test(pattern, event)).isEqualTo(Outcome.MATCHED));
  }

  @Test
  void refusesWildcardsThatTakeTooLong() {
    String pattern = "{\"a\":[{\"wildcard\":\"%s\"}]}";
    String event = "{\"a\":\"%s\"}".formatted("a".repeat(1_000_000));

    soon(
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> test(pattern.formatted("*a".repeat(2_000)), event))
                .withMessageContaining("too long to test wildcards"));
    soon(
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> test(pattern.formatted("*" + "a".repeat(1_000) + "b"), event))
                .withMessageContaining("too long to test wildcards"));
    soon(
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(
                    () ->
                        test(
                            "{\"a\":[{\"anything-but\":{\"wildcard\":[%s]}}]}"
                                .formatted(repeat("\"*a#*\"", 200)),
                            event))
                .withMessageContaining("too long to test wildcards"));
    soon(() -> assertThat(test(pattern.formatted("*a*b"), event)).isEqualTo(Outcome.FILTERED_OUT));
    soon(
        () ->
            assertThat(test(pattern.formatted("*a".repeat(1_000)), "{\"a\":\"aaaa\"}"))
                .isEqualTo(Outcome.FILTERED_OUT));
  }

  @Test
  void refusesTooManyAlternatives() {
    String or = "\"k#\":{\"$or\":[{\"a\":[1]},{\"b\":[1]}]}";

    soon(
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> test("{" + repeat(or, 60) + "}", "{}"))
                .withMessageContaining("more than 1000 alternatives"));
    soon(() -> assertThat(test("{" + repeat(or, 9) + "}", "{}")).isEqualTo(Outcome.FILTERED_OUT));
  }

  @Test
  void matchesOverlappingOperatorsInLinearTime() {
    String any =
        "[{\"exists\":true},{\"prefix\":\"x\"},{\"suffix\":\"x\"},{\"anything-but\":\"q\"}]";
    String pattern = "{" + repeat("\"k#\":" + any, 40) + ",\"z\":[1]}";

    soon(
        () ->
            assertThat(test(pattern, "{" + repeat("\"k#\":\"x\"", 40) + ",\"z\":2}"))
                .isEqualTo(Outcome.FILTERED_OUT));
  }

  @Test
  void matchesArraysOfValuesInLinearTime() {
    String pattern = "{" + repeat("\"k#\":[{\"prefix\":\"x\"}]", 10) + ",\"z\":[1]}";
    String event = "{" + repeat("\"k#\":[" + "\"x\",".repeat(2_000) + "\"x\"]", 10) + ",\"z\":2}";

    soon(() -> assertThat(test(pattern, event)).isEqualTo(Outcome.FILTERED_OUT));
  }

  @Test
  void refusesArraysOfObjectsWithTooManyCombinations() {
    String pattern = "{" + repeat("\"k#\":{\"a\":[1]}", 10) + ",\"z\":[1]}";
    String event = "{" + repeat("\"k#\":[" + "{\"a\":1},".repeat(100) + "{}]", 10) + ",\"z\":2}";

    soon(
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> test(pattern, event))
                .withMessageContaining("combined in too many ways"));
  }

  @Test
  void matchesOneLargeArrayOfObjects() {
    String event = "{\"i\":[" + repeat("{\"a\":1,\"b\":#}", 50_000) + "]}";

    soon(
        () -> {
          assertThat(test("{\"i\":{\"a\":[1],\"b\":[49999]}}", event)).isEqualTo(Outcome.MATCHED);
          assertThat(test("{\"i\":{\"a\":[1],\"b\":[50000]}}", event))
              .isEqualTo(Outcome.FILTERED_OUT);
        });
  }

  @Test
  void refusesKeysWithDotsInTooManyWays() {
    String pattern = "{\"a\":{\"a\":{\"a\":{\"a\":{\"b\":[1],\"c\":[1]}}}},\"i\":{\"x\":[1]}}";
    StringJoiner event = new StringJoiner(",", "{", ",\"i\":[{\"x\":2}]}");
    event.add("\"a\":{\"a.a\":{\"a\":{\"b\":1}}}").add("\"a.a\":{\"a.a.b\":1,\"a.a.c\":1}");
    event.add("\"a.a.a.a.b\":1").add("\"a.a.a.a.c\":1");

    soon(() -> assertThat(test(pattern, event.toString())).isEqualTo(Outcome.FILTERED_OUT));
  }

  @Test
  void readsNumbersOfAnySize() {
    for (String number :
        new String[] {"1e999999999", "-1e-999999999", "0e999999999", "9".repeat(900)}) {
      soon(
          () ->
              assertThat(test("{\"a\":[%s]}".formatted(number), "{\"a\":%s}".formatted(number)))
                  .isEqualTo(Outcome.MATCHED));
      soon(
          () ->
              assertThat(test("{\"a\":[{\"numeric\":[\"=\",7]}]}", "{\"a\":%s}".formatted(number)))
                  .isEqualTo(Outcome.FILTERED_OUT));
    }
  }
}
