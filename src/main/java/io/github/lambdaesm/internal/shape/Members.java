package io.github.lambdaesm.internal.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * The members of a structure in the order in which they are written. It grows while the class that
 * declares them is initialised, and is never changed after a shape was made of it.
 */
public final class Members {
  private final List<Member<?>> members;

  private Members(List<Member<?>> inherited) {
    this.members = new ArrayList<>(inherited);
  }

  public static Members create() {
    return new Members(List.of());
  }

  /** A table that begins with these members, so that what structures share is declared once. */
  public Members extend() {
    return new Members(members);
  }

  /** Declares the next member. */
  public <V> Member<V> add(String name, Type<V> type) {
    Member<V> member = new Member<>(name, type, members.size());
    members.add(member);
    return member;
  }

  List<Member<?>> toList() {
    return List.copyOf(members);
  }
}
