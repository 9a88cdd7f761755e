package io.github.lambdaesm.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrintedTextTest {
  @Test
  void cutsLongTextsWithoutSplittingCharacters() {
    assertThat(PrintedText.of("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(PrintedText.of("x".repeat(201))).isEqualTo("x".repeat(200) + "...");
    assertThat(PrintedText.of("x".repeat(199) + "🚀")).isEqualTo("x".repeat(199) + "...");
  }

  @Test
  void escapesCharactersThatBreakOrReorderTheLine() {
    assertThat(PrintedText.of("a\nb\u202ec\u2028d🚀é")).isEqualTo("a\\u000ab\\u202ec\\u2028d🚀é");
    assertThat(PrintedText.escaped("\ud83d")).isEqualTo("\\ud83d");
  }

  @Test
  void printsMissingTexts() {
    assertThat(PrintedText.of((String) null)).isEqualTo("null");
  }

  @Test
  void printsExceptionsWithoutTheirFinalPeriod() {
    assertThat(PrintedText.of(new IllegalStateException("It failed."))).isEqualTo("It failed");
    assertThat(PrintedText.of(new IllegalStateException()))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void printsDurationsInSecondsOrMilliseconds() {
    assertThat(PrintedText.of(Duration.ofMinutes(10))).isEqualTo("600 s");
    assertThat(PrintedText.of(Duration.ofMillis(999))).isEqualTo("999 ms");
  }
}
