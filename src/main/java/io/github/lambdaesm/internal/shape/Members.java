package io.github.lambdaesm.internal.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * Declares the members of a structure, in the order in which they are written. Members are added
 * while the declaring class is initialized. Nothing is added after a {@link Shape} has been created
 * from this object.
 */
public final class Members {
  private final List<Member<?>> members;

  private Members(List<Member<?>> inherited) {
    this.members = new ArrayList<>(inherited);
  }

  public static Members create() {
    return new Members(List.of());
  }

  /**
   * Returns a copy to which more members can be added, so that structures can share declarations.
   */
  public Members extend() {
    return new Members(members);
  }

  /** Declares the next member. A request sends it in the body. */
  public <V> Member<V> add(String name, Type<V> type) {
    return add(name, type, Location.BODY, name);
  }

  /** Declares the next member. A request sends it in the path. */
  public Member<String> addToPath(String name) {
    return add(name, Types.STRING, Location.PATH, name);
  }

  /**
   * Declares the next member. A request sends it in the query string.
   *
   * @param parameter the name of the query parameter; a list repeats it
   */
  public <V> Member<V> addToQuery(String name, Type<V> type, String parameter) {
    return add(name, type, Location.QUERY, parameter);
  }

  private <V> Member<V> add(String name, Type<V> type, Location location, String parameter) {
    Member<V> member = new Member<>(name, type, members.size(), location, parameter);
    members.add(member);
    return member;
  }

  /** Returns the members declared so far. */
  public List<Member<?>> toList() {
    return List.copyOf(members);
  }
}
