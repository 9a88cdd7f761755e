package io.github.lambdaesm.filter;

import io.github.lambdaesm.internal.text.Excerpt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that lead to a place in a record. A pattern has one instance for each path, even if it
 * writes the path several times, so paths are compared by identity.
 */
final class KeyPath {
  /** How many keys a message shows at either end of a long path. */
  private static final int SHOWN = 4;

  private final @Nullable KeyPath parent;
  private final String name;
  private final int depth;
  private final Map<String, KeyPath> children = new HashMap<>();

  private KeyPath(@Nullable KeyPath parent, String name, int depth) {
    this.parent = parent;
    this.name = name;
    this.depth = depth;
  }

  /** Returns the path of a whole record. */
  static KeyPath root() {
    return new KeyPath(null, "", 0);
  }

  /** Returns the path of a key below this one. */
  KeyPath child(String key) {
    return children.computeIfAbsent(key, name -> new KeyPath(this, name, depth + 1));
  }

  /** Returns the path of the keys below this one that a text has between its dots. */
  KeyPath descendant(String keys) {
    KeyPath path = this;
    int start = 0;
    for (int dot = keys.indexOf('.'); dot >= 0; dot = keys.indexOf('.', start)) {
      path = path.child(keys.substring(start, dot));
      start = dot + 1;
    }
    return path.child(keys.substring(start));
  }

  /** Returns the first key below the root; the root itself for the root. */
  KeyPath top() {
    KeyPath path = this;
    while (path.depth > 1 && path.parent != null) {
      path = path.parent;
    }
    return path;
  }

  /** Returns the last key. */
  String name() {
    return name;
  }

  /** Returns the keys from the first to the last. */
  List<String> names() {
    Deque<String> names = new ArrayDeque<>(depth);
    KeyPath path = this;
    while (path.parent != null) {
      names.addFirst(path.name);
      path = path.parent;
    }
    return new ArrayList<>(names);
  }

  /** Returns whether this path has exactly these keys. */
  boolean is(String... keys) {
    return depth == keys.length && names().equals(List.of(keys));
  }

  /** Returns the keys separated by dots, for a message. The middle of a long path is left out. */
  @Override
  public String toString() {
    if (parent == null) {
      return "the pattern";
    }
    List<String> names = names().stream().map(Excerpt::brief).toList();
    return names.size() <= 2 * SHOWN
        ? String.join(".", names)
        : String.join(".", names.subList(0, SHOWN))
            + "..."
            + String.join(".", names.subList(names.size() - SHOWN, names.size()));
  }
}
