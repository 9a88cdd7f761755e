package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Collects violations of constraints, for one error message. */
public final class Violations {
  private final List<String> violations = new ArrayList<>();

  void add(String path, JsonNode value, String message) {
    add("Value '%s' at '%s'".formatted(render(value), path), message);
  }

  void addMissing(String path) {
    add("Value null at '%s'".formatted(path), "Member must not be null");
  }

  private void add(String which, String message) {
    violations.add(which + " failed to satisfy constraint: " + message);
  }

  /** Throws a {@code ValidationException} with all violations, if there are any. */
  public void throwIfAny() {
    if (!violations.isEmpty()) {
      throw ServiceError.validation(
          "%d validation error%s detected: %s"
              .formatted(
                  violations.size(),
                  violations.size() == 1 ? "" : "s",
                  String.join("; ", violations)));
    }
  }

  /** Renders a value as the {@code toString} of Java collections does. */
  private static String render(JsonNode value) {
    if (value.isObject()) {
      StringJoiner members = new StringJoiner(", ", "{", "}");
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        members.add(member.getKey() + "=" + render(member.getValue()));
      }
      return members.toString();
    }
    if (value.isArray()) {
      StringJoiner elements = new StringJoiner(", ", "[", "]");
      for (JsonNode element : value) {
        elements.add(render(element));
      }
      return elements.toString();
    }
    return value.asText();
  }
}
