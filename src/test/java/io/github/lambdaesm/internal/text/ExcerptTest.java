package io.github.lambdaesm.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

  @Test
  void shortensLongTexts() {
    assertThat(Excerpt.of("x".repeat(100))).isEqualTo("x".repeat(100));
    assertThat(Excerpt.of("x".repeat(101))).isEqualTo("x".repeat(100) + "...");
    assertThat(Excerpt.brief("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(Excerpt.brief("x".repeat(61))).isEqualTo("x".repeat(60) + "...");
  }

  @Test
  void splitsNoSurrogatePair() {
    assertThat(Excerpt.of("ab🚀c", 3)).isEqualTo("ab...");
    assertThat(Excerpt.of("ab🚀c", 4)).isEqualTo("ab🚀...");
    assertThat(Excerpt.of("ab🚀", 4)).isEqualTo("ab🚀");
    assertThat(Excerpt.of("🚀".repeat(80))).isEqualTo("🚀".repeat(50) + "...");
  }

  @ParameterizedTest
  @CsvSource({
    "000a, ' '",
    "000d, ' '",
    "0009, ' '",
    "2028, ' '",
    "2029, ' '",
    "0000, ?",
    "001b, ?",
    "0085, ?",
    "202a, ?",
    "202e, ?",
    "2066, ?",
    "2069, ?",
    "200f, ?",
    "feff, ?",
    "d83d, ?",
    "00e9, é"
  })
  void replacesWhatBreaksALine(String character, String shown) {
    String text = "a" + (char) Integer.parseInt(character, 16) + "b";

    assertThat(Excerpt.of(text)).isEqualTo("a" + shown + "b");
  }
}
