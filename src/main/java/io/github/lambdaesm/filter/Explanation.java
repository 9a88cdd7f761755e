package io.github.lambdaesm.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.filter.DynamoDbPath.Place;
import io.github.lambdaesm.internal.text.Excerpt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Says why a record matches no filter. Of the alternatives of a filter, it takes the closest. */
final class Explanation {
  private static final int VALUES = 3;
  private static final String OBJECT = "an object";

  private final RecordLayout layout;
  private final List<PatternScan> patterns;
  private final RecordView record;
  private final Matches matches;

  Explanation(RecordLayout layout, List<PatternScan> patterns, RecordView record, Matches matches) {
    this.layout = layout;
    this.patterns = patterns;
    this.record = record;
    this.matches = matches;
  }

  /** Returns a line for each condition that is not met. */
  List<String> lines(List<Alternative> alternatives) {
    List<String> lines = new ArrayList<>();
    for (int filter = 0; filter < patterns.size(); filter++) {
      int number = filter;
      alternatives.stream()
          .filter(each -> each.filter() == number)
          .min(Comparator.comparing(this::misfits).thenComparing(each -> unmet(each).size()))
          .ifPresent(each -> addLines(each, lines));
    }
    return List.copyOf(lines);
  }

  private boolean misfits(Alternative alternative) {
    return !alternative.format().fits(record.format());
  }

  private List<Condition> unmet(Alternative alternative) {
    Predicate<Condition> isMet = matches::meets;
    return alternative.conditions().stream().filter(isMet.negate()).toList();
  }

  private void addLines(Alternative alternative, List<String> lines) {
    String filter = "Filter %d: ".formatted(alternative.filter());
    List<Condition> unmet = unmet(alternative);
    if (misfits(alternative)) {
      lines.add(
          "%sexpects the %s to be %s, but it is %s"
              .formatted(
                  filter, layout.data(), alternative.format().phrase(), record.format().phrase()));
      unmet = unmet.stream().filter(each -> !each.isOnData()).toList();
    } else if (unmet.isEmpty()) {
      lines.add(filter + "its conditions are met only by different elements of an array");
    }
    Map<String, String> conditions = patterns.get(alternative.filter()).conditions();
    for (Condition each : unmet) {
      String found = found(each.path());
      lines.add(
          "%s%s is %s, which does not match %s%s"
              .formatted(
                  filter,
                  Excerpt.of(each.path()),
                  found,
                  Excerpt.of(conditions.getOrDefault(each.path(), "the condition")),
                  found.equals(OBJECT) ? hint(each.path()) : ""));
    }
  }

  /** Returns what is missing in a path that ends at an attribute of a DynamoDB item. */
  private String hint(String path) {
    boolean isAttribute =
        layout.namesTypes()
            && DynamoDbPath.placeOf(KeyPath.root().descendant(path)) == Place.ATTRIBUTE;
    return isAttribute ? "; name the type of the attribute, such as S" : "";
  }

  private String found(String path) {
    List<String> values = valuesAt(path);
    if (values.isEmpty()) {
      return "missing";
    }
    String shown = String.join(", ", values.subList(0, Math.min(values.size(), VALUES)));
    return values.size() > VALUES ? shown + ", ..." : shown;
  }

  /** Returns the values at a path, through arrays, up to one more than is shown. */
  private List<String> valuesAt(String path) {
    List<String> values = new ArrayList<>();
    Deque<Located> open = new ArrayDeque<>();
    open.push(new Located("", record.tree()));
    while (!open.isEmpty() && values.size() <= VALUES) {
      Located next = open.pop();
      JsonNode node = next.node();
      if (node.isArray()) {
        for (int i = node.size() - 1; i >= 0; i--) {
          open.push(new Located(next.path(), node.get(i)));
        }
      } else if (node.isObject() && next.path().equals(path)) {
        values.add(OBJECT);
      } else if (node.isObject()) {
        node.properties().forEach(each -> next.enter(each, path, open));
      } else if (next.path().equals(path)) {
        values.add(Excerpt.of(node.isTextual() ? "\"" + node.asText() + "\"" : node.asText()));
      }
    }
    return values;
  }

  /** A node and the keys that lead to it. */
  private record Located(String path, JsonNode node) {

    /** Pushes a member of this object if it leads to the target. */
    void enter(Map.Entry<String, JsonNode> member, String target, Deque<Located> open) {
      String inner = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      if (target.equals(inner) || target.startsWith(inner + ".")) {
        open.push(new Located(inner, member.getValue()));
      }
    }
  }
}
