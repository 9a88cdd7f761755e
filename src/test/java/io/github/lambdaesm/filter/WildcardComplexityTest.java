package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardComplexityTest {

  @ParameterizedTest
  @CsvSource({
    // One position without an asterisk; one more for each, and for each overlapping prefix.
    "'', 1",
    "abc, 1",
    "*, 2",
    "*abc, 3",
    "*aaa, 5",
    "*abab, 4",
    "a*b*c, 5",
    "*/dir/dir/dir/file, 6"
  })
  void countsPositionsThatAreFollowedAtOnce(String wildcard, int complexity) {
    assertThat(WildcardComplexity.of(wildcard)).isEqualTo(complexity);
  }
}
