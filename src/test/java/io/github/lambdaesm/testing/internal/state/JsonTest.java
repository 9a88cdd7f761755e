package io.github.lambdaesm.testing.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares parsing and writing with Jackson's {@code ObjectMapper}. */
class JsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "true",
        "\"text\"",
        "[]",
        "{}",
        "{\"a\":[1,-2147483649,12345678901234567890],\"b\":{\"c\":[{},null,false]}}",
        "[0,1.5,-2e10,1e400,0.1]",
        "{\"quoted \\\" \\\\ \\n \\u00e9 \\ud83d\\ude00\":\"\\u0000é😀\"}",
        "{\"twice\":1,\"twice\":2}",
        " { \"blanks\" : [ 1 , 2 ] } "
      })
  void parsesAndWritesLikeObjectMapper(String text) throws IOException {
    JsonNode tree = MAPPER.readTree(text);

    assertThat(Json.parse(text)).isEqualTo(tree);
    if (!tree.isMissingNode()) {
      assertThat(Json.write(tree)).isEqualTo(MAPPER.writeValueAsString(tree));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,", "{\"a\"}", "{\"a\":}", "{} {}", "1 2", "[}", "text", "{]"})
  void rejectsInvalidJson(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(IOException.class);
  }

  @Test
  void limitsNestingDepth() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(IOException.class);
  }
}
