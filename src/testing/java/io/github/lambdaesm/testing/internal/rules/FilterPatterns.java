package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.testing.internal.state.Json;
import java.io.IOException;

/** Checks the syntax of filter patterns, but not their operators. */
final class FilterPatterns {
  private FilterPatterns() {}

  /** Returns whether a pattern has a syntax that Lambda is recorded to reject. */
  static boolean isMalformed(String text) {
    try {
      return !text.isBlank() && isMalformed(Json.parse(text));
    } catch (IOException broken) {
      return true;
    }
  }

  /** A pattern is a tree of objects whose leaves are non-empty lists of values. */
  private static boolean isMalformed(JsonNode node) {
    if (!node.isObject()) {
      return true;
    }
    for (JsonNode each : node) {
      boolean isListOfValues = each.isArray() && !each.isEmpty();
      if (!isListOfValues && isMalformed(each)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a pattern has a syntax for which it is unknown whether Lambda accepts it. */
  static boolean isUndocumented(String text) {
    try {
      return text.isBlank() || isUndocumented(Json.parse(text));
    } catch (IOException broken) {
      return false;
    }
  }

  private static boolean isUndocumented(JsonNode node) {
    if (node.isArray()) {
      return Json.values(node).anyMatch(JsonNode::isArray);
    }
    if (node.isObject() && node.isEmpty()) {
      return true;
    }
    for (JsonNode each : node) {
      if (isUndocumented(each)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the value of a top-level key is a list. */
  static boolean hasList(String text, String key) {
    try {
      return Json.parse(text).path(key).isArray();
    } catch (IOException broken) {
      return false;
    }
  }
}
