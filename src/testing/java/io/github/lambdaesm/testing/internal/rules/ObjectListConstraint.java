package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The constraint on a list of objects. Violations name the element that they are in. */
public record ObjectListConstraint(ObjectConstraint element, List<Requirement> requirements)
    implements Constraint {

  static ObjectListConstraint of(ObjectConstraint element) {
    return new ObjectListConstraint(element, List.of());
  }

  static ObjectListConstraint of(int min, int max, ObjectConstraint element) {
    return new ObjectListConstraint(
        element, List.of(Requirement.noLongerThan(max), Requirement.noShorterThan(min)));
  }

  @Override
  public void check(String path, JsonNode value, Violations violations) {
    new ValueConstraint(JsonNode::isArray, requirements).check(path, value, violations);
    for (int i = 0; i < value.size(); i++) {
      element.check("%s.%d.member".formatted(path, i + 1), value.get(i), violations);
    }
  }
}
