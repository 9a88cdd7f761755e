package io.github.lambdaesm.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a pattern whose conditions must hold together: the whole pattern, or a branch of an
 * {@code $or}. The conditions of a branch must hold together with those of the scopes around it.
 */
final class Scope {
  private final @Nullable Scope parent;

  private Scope(@Nullable Scope parent) {
    this.parent = parent;
  }

  static Scope ofPattern() {
    return new Scope(null);
  }

  /** Returns the scope of a new branch of an {@code $or} in this scope. */
  Scope branch() {
    return new Scope(this);
  }

  boolean isBranch() {
    return parent != null;
  }

  /** Returns the scopes around this one, from the inside to the outside. */
  List<Scope> enclosing() {
    List<Scope> scopes = new ArrayList<>();
    Scope scope = parent;
    while (scope != null) {
      scopes.add(scope);
      scope = scope.parent;
    }
    return scopes;
  }
}
