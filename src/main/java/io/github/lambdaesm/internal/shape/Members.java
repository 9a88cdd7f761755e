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

  /** Declares the next member; in a request it travels in the body. */
  public <V> Member<V> add(String name, Type<V> type) {
    return add(name, type, Location.BODY, name);
  }

  /** Declares the next member, which travels in the path. */
  public Member<String> addToPath(String name) {
    return add(name, Types.STRING, Location.PATH, name);
  }

  /**
   * Declares the next member, which travels in the query.
   *
   * @param parameter its name there; a list repeats it
   */
  public <V> Member<V> addToQuery(String name, Type<V> type, String parameter) {
    return add(name, type, Location.QUERY, parameter);
  }

  private <V> Member<V> add(String name, Type<V> type, Location location, String parameter) {
    Member<V> member = new Member<>(name, type, members.size(), location, parameter);
    members.add(member);
    return member;
  }

  /** What has been declared until now. */
  public List<Member<?>> toList() {
    return List.copyOf(members);
  }
}
