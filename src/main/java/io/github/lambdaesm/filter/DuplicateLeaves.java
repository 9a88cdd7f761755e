package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternOutline.Leaf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds keys that occur twice with conditions. Only the conditions of the last one count. Duplicate
 * keys of nested objects are different: their conditions are combined.
 */
final class DuplicateLeaves {
  private final Map<KeyPath, Set<Scope>> scopes = new HashMap<>();
  private final Map<KeyPath, Set<Scope>> enclosingScopes = new HashMap<>();

  private DuplicateLeaves() {}

  static void check(PatternOutline pattern, Findings findings) {
    DuplicateLeaves seen = new DuplicateLeaves();
    for (Leaf leaf : pattern.leaves()) {
      if (seen.hasConflict(leaf)) {
        findings.add(
            Lint.DUPLICATE_LEAF,
            leaf.path() + " has more than one condition, of which only the last may count");
      }
      seen.add(leaf);
    }
  }

  /**
   * Two branches of an {@code $or} have no conflict, but a branch has one with its surroundings.
   */
  private boolean hasConflict(Leaf leaf) {
    Set<Scope> same = scopes.getOrDefault(leaf.path(), Set.of());
    return same.contains(leaf.scope())
        || leaf.scope().enclosing().stream().anyMatch(same::contains)
        || enclosingScopes.getOrDefault(leaf.path(), Set.of()).contains(leaf.scope());
  }

  private void add(Leaf leaf) {
    List<Scope> enclosing = leaf.scope().enclosing();
    scopes.computeIfAbsent(leaf.path(), path -> new HashSet<>()).add(leaf.scope());
    enclosingScopes.computeIfAbsent(leaf.path(), path -> new HashSet<>()).addAll(enclosing);
  }
}
