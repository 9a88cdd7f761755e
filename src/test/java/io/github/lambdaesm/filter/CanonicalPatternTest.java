package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decides which patterns are written differently only. */
class CanonicalPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":[1],\"b\":[2]}             | { \"b\" :\t[ 2 ],  \"a\" : [ 1 ] }",
        "{\"a\":[\"x\",\"y\"]}             | {\"a\":[\"y\",\"x\"]}",
        "{\"a\":[\"x\"]}                   | {\"a\":[\"\\u0078\"]}",
        "{\"\\u0061\":[1]}                 | {\"a\":[1]}",
        "{\"a\":[{\"prefix\":\"x\"},null]} | {\"a\":[null,{\"prefix\":\"x\"}]}",
        "{\"$or\":[{\"a\":[1]},{\"b\":[2,3]}]} | {\"$or\":[{\"b\":[3,2]},{\"a\":[1]}]}",
        "{\"a\":[\"\\ud800\"]}             | {\"a\": [\"\\uD800\"]}",
        "{\"a\":{\"b\":[1]},\"a\":{\"c\":[2]}} | {\"a\":{\"b\":[1] },\"a\":{\"c\":[2]}}",
        "{\"a\":[{\"numeric\":[\">\",1]}]} | {\"a\":[{\"numeric\":[ \">\", 1 ]}]}",
      })
  void equalsPatternThatMeansTheSame(String one, String other) {
    assertThat(canonical(one)).isEqualTo(canonical(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":[1]}                       | {\"a\":[2]}",
        "{\"a\":[1]}                       | {\"a\":[\"1\"]}",
        "{\"a\":[1]}                       | {\"a\":[1.0]}",
        "{\"a\":[null]}                    | {\"a\":[\"null\"]}",
        "{\"a\":[1]}                       | {\"a\":[1,1]}",
        "{\"a\":[1]}                       | {\"a\":[1],\"a\":[1]}",
        "{\"a\":[1],\"a\":[2]}             | {\"a\":[2],\"a\":[1]}",
        "{\"a\":{\"b\":[1]},\"a\":{\"c\":[2]}} | {\"a\":{\"c\":[2]}}",
        "{\"a\":[{\"numeric\":[\">\",0,\"<\",5]}]} | {\"a\":[{\"numeric\":[\">\",5,\"<\",0]}]}",
        "{\"a\":[\"b,c\"]}                 | {\"a\":[\"b\",\"c\"]}",
        "{\"a\":[\"x\"]}                   | {\"A\":[\"x\"]}",
      })
  void differsFromPatternThatMayMeanSomethingElse(String one, String other) {
    assertThat(canonical(one)).isNotEqualTo(canonical(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"b\":[2,1],\"a\":{\"y\":[],\"x\":[true]}}",
        "{\"a\":[\"\\ud800 \\u0000 \\\" \\\\ é 🚀\"]}",
      })
  void isItsOwnCanonicalForm(String text) {
    FilterPattern canonical = canonical(text);

    assertThat(canonical.canonical()).isEqualTo(canonical);
    assertThat(FilterPattern.parse(canonical.toString()).canonical()).isEqualTo(canonical);
  }

  @Test
  void writesWithoutWhitespaceAndInOrder() {
    assertThat(canonical("{ \"b\": [2, 10, \"x\"], \"a\": {\"d\": [], \"c\": [null]} }"))
        .hasToString("{\"a\":{\"c\":[null],\"d\":[]},\"b\":[\"x\",10,2]}");
  }

  @Test
  void doesNotOverflowTheStackOnDeepPatterns() {
    String deep = "{\"a\":".repeat(500) + "[".repeat(499) + "]".repeat(499) + "}".repeat(500);

    assertThat(canonical(deep)).hasToString(deep);
  }

  private static FilterPattern canonical(String text) {
    return FilterPattern.parse(text).canonical();
  }
}
