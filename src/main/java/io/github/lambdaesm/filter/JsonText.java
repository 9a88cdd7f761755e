package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.Entry;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes strings and values of patterns as JSON. */
final class JsonText {
  private JsonText() {}

  /** Returns a string as JSON, escaped once. */
  static String quote(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("A string of a filter pattern is null");
    }
    int broken = indexOfUnpairedSurrogate(text);
    if (broken >= 0) {
      throw new IllegalArgumentException(
          "A string of a filter pattern has an unpaired surrogate at offset "
              + broken
              + "; UTF-8 cannot express it");
    }
    return escape(text);
  }

  /** Returns a string as JSON. An unpaired surrogate, which a pattern can only escape, stays so. */
  static String escape(String text) {
    StringBuilder json = new StringBuilder("\"");
    new String(JsonStringEncoder.getInstance().quoteAsString(text))
        .codePoints()
        .forEach(
            character -> {
              if (Character.getType(character) == Character.SURROGATE) {
                json.append("\\u%04x".formatted(character));
              } else {
                json.appendCodePoint(character);
              }
            });
    return json.append('"').toString();
  }

  /** Returns a value as JSON without blanks. Needs no recursion, so it may be nested deeply. */
  static String of(PatternNode value) {
    StringBuilder json = new StringBuilder();
    // Holds what is still to be written, the next on top: text or a value.
    Deque<Object> rest = new ArrayDeque<>(List.of(value));
    while (!rest.isEmpty()) {
      Object next = rest.pop();
      if (next instanceof PatternNode node) {
        List<Object> parts = parts(node);
        for (int i = parts.size() - 1; i >= 0; i--) {
          rest.push(parts.get(i));
        }
      } else {
        json.append(next);
      }
    }
    return json.toString();
  }

  private static List<Object> parts(PatternNode node) {
    if (node instanceof ScalarNode scalar) {
      return List.of(scalar.isString() ? escape(scalar.text()) : scalar.text());
    }
    List<Object> parts = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      for (Entry each : object.entries()) {
        parts.add((parts.isEmpty() ? "{" : ",") + escape(each.name()) + ":");
        parts.add(each.value());
      }
      parts.add(parts.isEmpty() ? "{}" : "}");
    } else if (node instanceof ArrayNode array) {
      for (PatternNode each : array.items()) {
        parts.add(parts.isEmpty() ? "[" : ",");
        parts.add(each);
      }
      parts.add(parts.isEmpty() ? "[]" : "]");
    }
    return parts;
  }

  /** Returns the index of the first half of a surrogate pair without its other half, or -1. */
  static int indexOfUnpairedSurrogate(String text) {
    int index = 0;
    while (index < text.length()) {
      int character = text.codePointAt(index);
      if (character <= Character.MAX_VALUE && Character.isSurrogate((char) character)) {
        return index;
      }
      index += Character.charCount(character);
    }
    return -1;
  }
}
