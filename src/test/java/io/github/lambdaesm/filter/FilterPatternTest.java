package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteria;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"body\":{\"state\":[\"NEW\"]}}",
        "  { \"body\" :\n\t{ \"b\" : [ 1.0 , 2e3 ] , \"a\" : [ null ] } }  ",
        "{\"a\":{\"b\":[1]},\"a\":{\"c\":[2]}}",
        "{\"a\":[1],\"a\":[2]}",
        "{\"a\":[\"\\u003e \\/ \\ud83d\\ude80 🚀\"]}",
        "{\"a\":[\"\\ud800\"]}",
        "{}",
        "{\"a\":\"b\"}",
      })
  void keepsTheText(String text) {
    assertThat(FilterPattern.parse(text)).hasToString(text);
    assertThat(FilterPattern.parse(text).toFilter())
        .isEqualTo(Filter.builder().pattern(text).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | empty at offset 0",
        "'  '                    | empty at offset 0",
        "null                    | not a JSON object at offset 0",
        "simple string           | not valid JSON",
        "body = 1                | not valid JSON",
        "[{\"a\":[1]}]           | not a JSON object at offset 0",
        "\"text\"                | not a JSON object at offset 0",
        "{\"a\":[1]              | not valid JSON: Unexpected end-of-input",
        "{\"a\":[1}]}            | not valid JSON: Unexpected close marker '}': expected ']' at offset 7",
        "{\"a\":[1]} x           | text after its object at offset 10",
        "{\"a\":[1]}}            | text after its object",
        "{\"a\":[1]}{\"b\":[1]}  | text after its object at offset 9",
        "{\"a\":[1] /* no */}    | not valid JSON",
        "{\"a\":[1],}            | not valid JSON",
        "{\"a\":[1,]}            | not valid JSON",
        "{a:[1]}                 | not valid JSON",
        "{\"a\":[01]}            | not valid JSON",
        "{\"a\":[NaN]}           | not valid JSON",
        "{\"a\":[+1]}            | not valid JSON",
        "{\"a\":[\"\\x\"]}       | not valid JSON",
        "{\"a\":[\"\\u12\"]}     | not valid JSON",
      })
  void rejectsWhatIsNotOneJsonObject(String text, String problem) {
    assertThatThrownBy(() -> FilterPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem)
        .hasMessageMatching("(?s)The filter pattern .* at offset \\d+; .*");
  }

  @Test
  void rejectsSingleQuotes() {
    assertThatThrownBy(() -> FilterPattern.parse("{'a':[1]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not valid JSON");
  }

  @Test
  void rejectsLineBreaksAndControlCharactersInStrings() {
    assertThatThrownBy(() -> FilterPattern.parse("{\"a\":[\"x\ny\"]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at offset");
  }

  @Test
  void rejectsNull() {
    assertThatThrownBy(() -> FilterPattern.parse(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("null");
  }

  @Test
  void rejectsByteOrderMark() {
    assertThatThrownBy(() -> FilterPattern.parse("\uFEFF{\"a\":[1]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("byte order mark at offset 0; remove");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":[\"\uD83D\"]}", "{\"a\":[\"\uDE80\"]}", "{\"a\":[\"\uD83D"})
  void rejectsUnpairedSurrogate(String text) {
    assertThatThrownBy(() -> FilterPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unpaired surrogate at offset 7");
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
        "{\"a\":".repeat(10_000) + "[1]" + "}".repeat(10_000),
        "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
        "{\"$or\":[".repeat(5_000) + "]}".repeat(5_000),
        "[".repeat(4_096),
        "{\"a\":".repeat(1_000),
        "{\"a\":[" + "9".repeat(100_000) + "]}",
        "{\"a\":[" + "1,".repeat(2_000),
        "{\"" + "a".repeat(4_096),
        "\\".repeat(4_096));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void rejectsHostileTexts(String text) {
    assertThatThrownBy(() -> FilterPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The filter pattern ")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
  }

  @Test
  void acceptsDeepPatternOfMaximumLength() {
    String text = "{\"\":".repeat(818) + "[1]" + "}".repeat(818);

    assertThat(text).hasSizeLessThan(4096);
    assertThat(FilterPattern.parse(text)).hasToString(text);
  }

  @Test
  void acceptsLongNumber() {
    String text = "{\"a\":[" + "9".repeat(900) + ",1e999999999999,-1e-999999999]}";

    assertThat(FilterPattern.parse(text)).hasToString(text);
  }

  @Test
  void isEqualByText() {
    FilterPattern pattern = FilterPattern.parse("{\"a\":[1]}");

    assertThat(pattern)
        .isEqualTo(FilterPattern.parse("{\"a\":[1]}"))
        .hasSameHashCodeAs(FilterPattern.parse("{\"a\":[1]}"))
        .isNotEqualTo(FilterPattern.parse("{\"a\": [1]}"))
        .isNotEqualTo("{\"a\":[1]}");
  }

  @Test
  void listsPatternsInCriteria() {
    FilterPattern one = FilterPattern.parse("{\"body\":{\"a\":[1]}}");
    FilterPattern two = FilterPattern.parse("{\"body\":{\"b\":[1]}}");

    assertThat(FilterPattern.criteria(one, two))
        .isEqualTo(
            FilterCriteria.builder()
                .filters(
                    Filter.builder().pattern("{\"body\":{\"a\":[1]}}").build(),
                    Filter.builder().pattern("{\"body\":{\"b\":[1]}}").build())
                .build());
    assertThat(FilterPattern.criteria().filters()).isEmpty();
  }
}
