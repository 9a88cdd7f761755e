package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** What the service refuses as a filter. Operators are not looked at. */
final class FilterPatterns {
  private static final int MOST_FILTERS = 5;

  private FilterPatterns() {}

  static void check(ObjectNode request) {
    JsonNode filters = request.path("FilterCriteria").path("Filters");
    if (filters.size() > MOST_FILTERS) {
      throw ServiceError.invalidParameter(
          "Too many filter patterns, maximum allowed %d patterns, provided %d patterns."
              .formatted(MOST_FILTERS, filters.size()));
    }
    if (!Json.values(filters).allMatch(filter -> isPattern(filter.path("Pattern").asText("")))) {
      throw ServiceError.invalidParameter("Invalid filter pattern definition.");
    }
  }

  private static boolean isPattern(String text) {
    try {
      return isPattern(Json.parse(text));
    } catch (IOException broken) {
      return false;
    }
  }

  /** Keys lead to keys, and in the end to a list of what to look for. */
  private static boolean isPattern(JsonNode node) {
    if (!node.isObject() || node.isEmpty()) {
      return false;
    }
    for (JsonNode each : node) {
      if (!isPattern(each) && !isChoice(each)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isChoice(JsonNode node) {
    return node.isArray() && !node.isEmpty() && Json.values(node).noneMatch(JsonNode::isArray);
  }
}
