package io.github.lambdaesm.testing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"body\": [\"text\"]}",
        "{\"body\": {\"kind\": [\"a\", 1, null, true, {\"prefix\": \"b\"}]}}",
        "{\"dynamodb\": {\"NewImage\": {\"id\": {\"S\": [{\"exists\": false}]}}}}",
        "{\"eventName\": [\"INSERT\"]}",
        "{\"$or\": [{\"a\": [1]}, {\"b\": [2]}]}",
        "{\"body\": {\"price\": [{\"numeric\": [\">\", 1, \"<=\", 5]}]}}",
        "{\"body\": {\"a\": [1]}, \"body\": {\"b\": [2]}}",
      })
  void acceptsKeysThatEndInLists(String pattern) {
    assertThat(FilterPatterns.isMalformed(pattern)).isFalse();
    assertThat(FilterPatterns.isUndocumented(pattern)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"body\": {\"kind\": {}}}", "{\"body\": [[1]]}"})
  void marksUnverifiedPatternsAsDoubtful(String pattern) {
    assertThat(FilterPatterns.isMalformed(pattern)).isFalse();
    assertThat(FilterPatterns.isUndocumented(pattern)).isTrue();
  }

  @Test
  void marksPatternWithOneInvalidKeyAsMalformed() {
    assertThat(FilterPatterns.isMalformed("{\"a\": [1], \"b\": 2}")).isTrue();
  }
}
