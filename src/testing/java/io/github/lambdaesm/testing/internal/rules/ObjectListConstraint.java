package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A list of objects. What is wrong with one of them is said of that one. */
public record ObjectListConstraint(ObjectConstraint element, List<Requirement> terms)
    implements Constraint {

  static ObjectListConstraint of(ObjectConstraint element) {
    return new ObjectListConstraint(element, List.of());
  }

  static ObjectListConstraint of(int fewest, int most, ObjectConstraint element) {
    return new ObjectListConstraint(
        element, List.of(Requirement.noLongerThan(most), Requirement.noShorterThan(fewest)));
  }

  @Override
  public void check(String path, JsonNode value, Violations violations) {
    new ValueConstraint(JsonNode::isArray, terms).check(path, value, violations);
    for (int i = 0; i < value.size(); i++) {
      element.check("%s.%d.member".formatted(path, i + 1), value.get(i), violations);
    }
  }
}
