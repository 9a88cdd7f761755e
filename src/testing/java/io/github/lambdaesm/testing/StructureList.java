package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A list of objects. What is wrong with one of them is said of that one. */
record StructureList(Structure element, List<Term> terms) implements Constraint {

  static StructureList of(Structure element) {
    return new StructureList(element, List.of());
  }

  static StructureList of(int fewest, int most, Structure element) {
    return new StructureList(element, List.of(Term.noLongerThan(most), Term.noShorterThan(fewest)));
  }

  @Override
  public void check(String path, JsonNode value, Violations violations) {
    new Value(JsonNode::isArray, terms).check(path, value, violations);
    for (int i = 0; i < value.size(); i++) {
      element.check("%s.%d.member".formatted(path, i + 1), value.get(i), violations);
    }
  }
}
