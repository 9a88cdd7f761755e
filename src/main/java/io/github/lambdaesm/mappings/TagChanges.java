package io.github.lambdaesm.mappings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags to set and to remove so that a mapping has the desired ones.
 *
 * @param toSet in the order of their keys
 * @param toRemove keys, in order
 * @param ignored the keys of desired tags that only AWS can set, in order
 */
record TagChanges(Map<String, String> toSet, List<String> toRemove, List<String> ignored) {
  static final TagChanges NONE = new TagChanges(Map.of(), List.of(), List.of());

  /** Only AWS can set, change and remove tags with this prefix. */
  private static final String RESERVED = "aws:";

  static TagChanges of(Map<String, String> desired, Map<String, String> present) {
    Map<String, String> different = new TreeMap<>(desired);
    different.entrySet().removeIf(tag -> tag.getValue().equals(present.get(tag.getKey())));
    Map<String, String> toSet = ofUser(different);
    List<String> toRemove = new ArrayList<>(ofUser(present).keySet());
    toRemove.removeAll(desired.keySet());
    List<String> ignored = new ArrayList<>(different.keySet());
    ignored.removeAll(toSet.keySet());
    return new TagChanges(toSet, toRemove, ignored);
  }

  /** Returns the tags without those of AWS, in the order of their keys. */
  static Map<String, String> ofUser(Map<String, String> tags) {
    Map<String, String> ofUser = new TreeMap<>(tags);
    ofUser.keySet().removeIf(key -> key.startsWith(RESERVED));
    return ofUser;
  }

  boolean isEmpty() {
    return toSet.isEmpty() && toRemove.isEmpty();
  }
}
