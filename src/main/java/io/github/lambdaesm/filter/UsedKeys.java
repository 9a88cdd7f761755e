package io.github.lambdaesm.filter;

import java.util.HashSet;
import java.util.Set;

/**
 * The keys that patterns use. Everything else in a record can be left unread.
 *
 * <p>In patterns and in records, a key with dots means the same as nested objects.
 *
 * @param names the keys, without dots
 * @param depth the largest number of keys in a path
 */
record UsedKeys(Set<String> names, int depth) {

  static UsedKeys of(Iterable<String> paths) {
    Set<String> names = new HashSet<>();
    int depth = 0;
    for (String path : paths) {
      int steps = 1;
      int start = 0;
      for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
        names.add(path.substring(start, dot));
        start = dot + 1;
        steps++;
      }
      names.add(path.substring(start));
      depth = Math.max(depth, steps);
    }
    return new UsedKeys(names, depth);
  }

  /** Returns whether a path of some pattern may have this key. */
  boolean contains(String key) {
    if (names.contains(key)) {
      return true;
    }
    int start = 0;
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', start)) {
      if (!names.contains(key.substring(start, dot))) {
        return false;
      }
      start = dot + 1;
    }
    return start > 0 && names.contains(key.substring(start));
  }
}
