package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.Findings.Place;
import io.github.lambdaesm.filter.PatternOutline.Leaf;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds filters that match the body of a message as plain text although other filters of the
 * mapping match it as JSON. Each kind of message then matches only its own filters.
 */
final class BodyForms {
  private static final String BODY = "body";

  private final List<Place> plain = new ArrayList<>();
  private boolean hasJson;

  /** Adds a pattern. */
  void add(PatternOutline pattern, Place place) {
    boolean hasPlain = false;
    for (Leaf leaf : pattern.leaves()) {
      List<String> names = leaf.path().names();
      boolean isBody = names.get(0).equals(BODY);
      hasPlain |= isBody && names.size() == 1;
      hasJson |= isBody && names.size() > 1;
    }
    if (hasPlain) {
      plain.add(place);
    }
  }

  void check(Findings findings) {
    if (hasJson) {
      for (Place each : plain) {
        findings.at(each);
        findings.add(
            Lint.BODY_STRING,
            "The filter matches the body as plain text, but another condition matches it as JSON");
      }
    }
  }
}
