package io.github.lambdaesm.filter;

import io.github.lambdaesm.internal.text.Excerpt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys and conditions that a builder has collected. Keys keep the order of the calls. */
final class ConditionTree {
  private final Map<String, ConditionTree> children = new LinkedHashMap<>();

  /** The conditions of a key, any of which must match, as JSON. */
  private final List<String> values = new ArrayList<>();

  /** The branches of an {@code $or}. */
  private final List<ConditionTree> branches = new ArrayList<>();

  boolean isEmpty() {
    return children.isEmpty() && values.isEmpty() && branches.isEmpty();
  }

  private boolean isObject() {
    return !children.isEmpty();
  }

  /** Adds the conditions of a key. Changes nothing if it throws an exception. */
  void add(List<String> path, List<String> json) {
    if (find(path).isPresent()) {
      throw conflict(path);
    }
    below(path).values.addAll(json);
  }

  /** Returns what is at a path. Throws an exception if a condition is there, or on the way. */
  private Optional<ConditionTree> find(List<String> path) {
    ConditionTree tree = this;
    for (int i = 0; i < path.size(); i++) {
      tree = tree.children.get(path.get(i));
      if (tree == null) {
        return Optional.empty();
      }
      if (!tree.values.isEmpty()) {
        throw conflict(path.subList(0, i + 1));
      }
    }
    return Optional.of(tree);
  }

  private ConditionTree below(List<String> path) {
    ConditionTree tree = this;
    for (String each : path) {
      tree = tree.child(each);
    }
    return tree;
  }

  private ConditionTree child(String key) {
    return children.computeIfAbsent(key, name -> new ConditionTree());
  }

  private static IllegalStateException conflict(List<String> path) {
    return new IllegalStateException(
        Excerpt.of(String.join(".", path))
            + " has a condition already. List alternatives in one call of anyOf, or use or");
  }

  /**
   * Adds alternatives. Keys that all of them share are written once, outside of the {@code $or}. If
   * they differ only in the conditions of one key, the conditions become one array. If this method
   * throws an exception, it has changed nothing.
   */
  void addAlternatives(List<ConditionTree> alternatives) {
    List<String> path = new ArrayList<>();
    List<ConditionTree> rest = alternatives;
    Optional<String> key = commonKey(rest);
    while (key.isPresent()) {
      String name = key.get();
      path.add(name);
      rest = rest.stream().map(each -> each.child(name)).toList();
      key = commonKey(rest);
    }
    if (rest.stream().noneMatch(each -> each.values.isEmpty())) {
      add(path, rest.stream().flatMap(each -> each.values.stream()).toList());
    } else {
      addBranches(path, rest);
    }
  }

  /** Returns the only key of all trees, if what is below it can be alternatives too. */
  private static Optional<String> commonKey(List<ConditionTree> trees) {
    Iterator<String> keys = trees.get(0).children.keySet().iterator();
    Optional<String> first = keys.hasNext() ? Optional.of(keys.next()) : Optional.empty();
    return first
        .filter(key -> !key.equals(PatternOutline.OR))
        .filter(key -> trees.stream().allMatch(each -> each.children.keySet().equals(Set.of(key))))
        .filter(key -> areAlike(trees.stream().map(each -> each.child(key)).toList()));
  }

  private static boolean areAlike(List<ConditionTree> trees) {
    return trees.stream().allMatch(ConditionTree::isObject)
        || trees.stream().noneMatch(ConditionTree::isObject);
  }

  private void addBranches(List<String> path, List<ConditionTree> alternatives) {
    alternatives.forEach(ConditionTree::checkKeysInBranch);
    if (find(path).filter(each -> each.children.containsKey(PatternOutline.OR)).isPresent()) {
      String place = path.isEmpty() ? "The pattern" : Excerpt.of(String.join(".", path));
      throw new IllegalStateException(
          place + " has alternatives already. Put them into the branches of one call of or");
    }
    below(path).child(PatternOutline.OR).branches.addAll(alternatives);
  }

  private void checkKeysInBranch() {
    Set<String> reserved = new TreeSet<>();
    Deque<ConditionTree> trees = new ArrayDeque<>(List.of(this));
    while (!trees.isEmpty()) {
      ConditionTree tree = trees.pop();
      tree.children.keySet().stream().filter(SyntaxLints::isReserved).forEach(reserved::add);
      trees.addAll(tree.children.values());
    }
    if (!reserved.isEmpty()) {
      throw new IllegalArgumentException(
          "Alternatives cannot have keys that are named like an operator: "
              + String.join(", ", reserved));
    }
  }

  /** Returns the pattern as JSON without blanks. */
  String toJson() {
    StringBuilder json = new StringBuilder();
    // Holds what is still to be written, the next on top: JSON or a tree.
    Deque<Object> rest = new ArrayDeque<>(List.of(this));
    while (!rest.isEmpty()) {
      Object next = rest.pop();
      if (next instanceof ConditionTree tree) {
        List<Object> parts = tree.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
          rest.push(parts.get(i));
        }
      } else {
        json.append(next);
      }
    }
    return json.toString();
  }

  private List<Object> parts() {
    List<Object> parts = new ArrayList<>();
    if (isObject()) {
      String separator = "{";
      for (Map.Entry<String, ConditionTree> each : children.entrySet()) {
        parts.add(separator + JsonText.quote(each.getKey()) + ":");
        parts.add(each.getValue());
        separator = ",";
      }
      parts.add("}");
    } else {
      String separator = "[";
      for (Object each : values.isEmpty() ? branches : values) {
        parts.add(separator);
        parts.add(each);
        separator = ",";
      }
      parts.add("]");
    }
    return parts;
  }
}
