package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.testing.internal.state.Json;
import java.io.IOException;

/** The syntax of filter patterns. Operators are not looked at. */
final class FilterPatterns {
  private FilterPatterns() {}

  /** Returns whether a pattern is of a form that Lambda was seen refusing. */
  static boolean isMalformed(String text) {
    try {
      return !text.isBlank() && isMalformed(Json.parse(text));
    } catch (IOException broken) {
      return true;
    }
  }

  /** Keys lead to keys, and in the end to a list of what to look for. */
  private static boolean isMalformed(JsonNode node) {
    if (!node.isObject()) {
      return true;
    }
    for (JsonNode each : node) {
      boolean isChoice = each.isArray() && !each.isEmpty();
      if (!isChoice && isMalformed(each)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a pattern is of a form of which it is not known whether Lambda takes it. */
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

  /** Returns whether a key of a pattern leads to a list, and not to keys. */
  static boolean hasList(String text, String key) {
    try {
      return Json.parse(text).path(key).isArray();
    } catch (IOException broken) {
      return false;
    }
  }
}
