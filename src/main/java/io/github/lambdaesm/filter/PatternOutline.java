package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.Entry;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The conditions of a pattern as a flat list, with duplicate keys merged as AWS merges them. */
final class PatternOutline {
  static final String OR = "$or";

  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Alternatives> alternatives = new ArrayList<>();
  private final List<KeyPath> emptyObjects = new ArrayList<>();
  private final Set<KeyPath> topKeys = new LinkedHashSet<>();
  private final Set<KeyPath> keysInBranches = new LinkedHashSet<>();
  private final Deque<Level> levels = new ArrayDeque<>();

  /** The value of a key that is no object. */
  record Leaf(KeyPath path, Scope scope, PatternNode value) {
    /** Returns the values, any of which must match; none if it is not an array. */
    List<PatternNode> values() {
      return value instanceof ArrayNode array ? array.items() : List.of();
    }
  }

  /** The value of an {@code $or}. */
  record Alternatives(KeyPath path, PatternNode value) {}

  /** An object whose entries are being visited. */
  private record Level(KeyPath path, Scope scope, Iterator<Entry> entries, boolean isTop) {}

  private PatternOutline() {}

  static PatternOutline of(ObjectNode pattern) {
    PatternOutline outline = new PatternOutline();
    outline.visit(pattern);
    return outline;
  }

  /** Returns the conditions in the order of the text. */
  List<Leaf> leaves() {
    return leaves;
  }

  List<Alternatives> alternatives() {
    return alternatives;
  }

  List<KeyPath> emptyObjects() {
    return emptyObjects;
  }

  /** Returns the keys of the record that the pattern names. */
  Set<KeyPath> topKeys() {
    return topKeys;
  }

  /** Returns the keys inside an {@code $or}, at any depth, except for those with dots. */
  Set<KeyPath> keysInBranches() {
    return keysInBranches;
  }

  private void visit(ObjectNode pattern) {
    enter(pattern, KeyPath.root(), Scope.ofPattern(), true);
    while (!levels.isEmpty()) {
      Level level = levels.element();
      if (level.entries.hasNext()) {
        visit(level, level.entries.next());
      } else {
        levels.pop();
      }
    }
  }

  private void enter(ObjectNode object, KeyPath path, Scope scope, boolean isTop) {
    if (object.entries().isEmpty()) {
      emptyObjects.add(path);
    }
    levels.push(new Level(path, scope, object.entries().iterator(), isTop));
  }

  private void visit(Level level, Entry entry) {
    if (entry.name().equals(OR)) {
      visitAlternatives(level, entry.value());
      return;
    }
    // To event-ruler, a key with dots means the same as nested objects.
    KeyPath path = level.path.descendant(entry.name());
    if (level.isTop) {
      topKeys.add(path.top());
    }
    if (level.scope.isBranch() && entry.name().indexOf('.') < 0) {
      keysInBranches.add(path);
    }
    if (entry.value() instanceof ObjectNode object) {
      enter(object, path, level.scope, false);
    } else {
      leaves.add(new Leaf(path, level.scope, entry.value()));
    }
  }

  /** Visits the branches. Their keys belong to the object around the {@code $or}. */
  private void visitAlternatives(Level level, PatternNode value) {
    alternatives.add(new Alternatives(level.path, value));
    if (value instanceof ArrayNode array) {
      for (int i = array.items().size() - 1; i >= 0; i--) {
        if (array.items().get(i) instanceof ObjectNode branch) {
          enter(branch, level.path, level.scope.branch(), level.isTop);
        }
      }
    }
  }
}
