package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import io.github.lambdaesm.filter.PatternOutline.Leaf;
import io.github.lambdaesm.internal.text.Excerpt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks the event names of a DynamoDB stream, and the images that these events do not have. */
final class DynamoDbEventLints {
  static final String EVENT_NAME = "eventName";
  static final List<String> EVENT_NAMES = List.of("INSERT", "MODIFY", "REMOVE");

  private final PatternOutline pattern;
  private final Findings findings;

  private DynamoDbEventLints(PatternOutline pattern, Findings findings) {
    this.pattern = pattern;
    this.findings = findings;
  }

  static void check(PatternOutline pattern, Findings findings) {
    DynamoDbEventLints lints = new DynamoDbEventLints(pattern, findings);
    pattern.leaves().stream().filter(leaf -> isEventName(leaf)).forEach(lints::checkNames);
    lints.checkImages(Lint.NEW_IMAGE_WITH_REMOVE, "REMOVE", DynamoDbPath.NEW_IMAGE);
    lints.checkImages(Lint.OLD_IMAGE_WITH_INSERT, "INSERT", DynamoDbPath.OLD_IMAGE);
  }

  private static boolean isEventName(Leaf leaf) {
    return leaf.path().is(EVENT_NAME);
  }

  private void checkNames(Leaf leaf) {
    Set<String> unknown = new TreeSet<>();
    for (PatternNode value : leaf.values()) {
      if (value instanceof ScalarNode scalar && !EVENT_NAMES.contains(scalar.text())) {
        unknown.add(Excerpt.brief(scalar.text()));
      }
    }
    if (!unknown.isEmpty()) {
      findings.add(
          Lint.EVENT_NAME_VALUE, "eventName never has the value " + String.join(", ", unknown));
    }
  }

  private void checkImages(Lint lint, String event, String image) {
    Set<Scope> events = new HashSet<>();
    Set<Scope> images = new HashSet<>();
    for (Leaf leaf : pattern.leaves()) {
      if (isEventName(leaf) && names(leaf, event)) {
        events.add(leaf.scope());
      } else if (needs(leaf, image)) {
        images.add(leaf.scope());
      }
    }
    if (holdTogether(events, images) || holdTogether(images, events)) {
      findings.add(
          lint, "Records with the eventName " + event + " have no " + image + ", so none matches");
    }
  }

  private static boolean names(Leaf leaf, String event) {
    return leaf.values().stream()
        .anyMatch(each -> each instanceof ScalarNode scalar && scalar.text().equals(event));
  }

  /** Returns whether a condition is not met by a record without the image. */
  private static boolean needs(Leaf leaf, String image) {
    List<String> names = leaf.path().names();
    return names.size() > 1
        && names.get(0).equals(DynamoDbPath.RECORD)
        && names.get(1).equals(image)
        && leaf.values().stream().noneMatch(each -> Expressions.isExists(each, false));
  }

  /** Returns whether an inner scope is, or is inside, an outer one. */
  private static boolean holdTogether(Set<Scope> inner, Set<Scope> outer) {
    return inner.stream()
        .anyMatch(
            scope -> outer.contains(scope) || scope.enclosing().stream().anyMatch(outer::contains));
  }
}
