package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.JsonToken;
import java.util.List;

/** A JSON value in a filter pattern. Unlike a map, it keeps duplicate keys, which AWS accepts. */
sealed interface PatternNode {

  /** An object with its entries in the order of the text. */
  record ObjectNode(List<Entry> entries) implements PatternNode {}

  /** An array. */
  record ArrayNode(List<PatternNode> items) implements PatternNode {}

  /**
   * A string, number, boolean or null.
   *
   * @param type the type of the value
   * @param text the string without its quotes and escapes, or the other value as it is written
   */
  record ScalarNode(JsonToken type, String text) implements PatternNode {
    boolean isString() {
      return type == JsonToken.VALUE_STRING;
    }

    boolean isNumber() {
      return type.isNumeric();
    }

    boolean isBoolean() {
      return type.isBoolean();
    }

    boolean isNull() {
      return type == JsonToken.VALUE_NULL;
    }
  }

  /** A key of an object with its value. */
  record Entry(String name, PatternNode value) {}
}
