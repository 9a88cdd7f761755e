package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags to set and to remove so that a mapping has the desired ones.
 *
 * @param toSet in the order of their keys
 * @param toRemove keys, in order
 */
record TagChanges(Map<String, String> toSet, List<String> toRemove) {
  static final TagChanges NONE = new TagChanges(Map.of(), List.of());

  /** Only AWS can set, change and remove tags with this prefix. */
  private static final String RESERVED = "aws:";

  static TagChanges of(Map<String, String> desired, Map<String, String> present) {
    Map<String, String> toSet = ofUser(desired);
    toSet.entrySet().removeIf(tag -> tag.getValue().equals(present.get(tag.getKey())));
    List<String> toRemove = new ArrayList<>(ofUser(present).keySet());
    toRemove.removeAll(desired.keySet());
    return new TagChanges(toSet, toRemove);
  }

  /** Returns the keys of desired tags that cannot be set, in order. */
  static List<String> notSet(Map<String, String> desired, Map<String, String> present) {
    Map<String, String> notSet = new TreeMap<>(desired);
    notSet.keySet().removeAll(ofUser(desired).keySet());
    notSet.entrySet().removeIf(tag -> tag.getValue().equals(present.get(tag.getKey())));
    return List.copyOf(notSet.keySet());
  }

  /** Returns the tags without those of AWS, in the order of their keys. */
  static Map<String, String> ofUser(Map<String, String> tags) {
    Map<String, String> ofUser = new TreeMap<>(tags);
    ofUser.keySet().removeIf(key -> key.startsWith(RESERVED));
    return ofUser;
  }

  /** Returns the tags that a plan sets, also by its create, in the order of their keys. */
  static Map<String, String> toSet(Plan plan) {
    boolean creates = plan.action() == PlanAction.CREATE;
    return creates ? new TreeMap<>(requireNonNull(plan.create()).tags()) : plan.tagsToSet();
  }

  boolean isEmpty() {
    return toSet.isEmpty() && toRemove.isEmpty();
  }
}
