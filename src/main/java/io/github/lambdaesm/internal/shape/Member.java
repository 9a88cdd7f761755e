package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.io.SerializedString;

/**
 * A member of a structure: its name in JSON, its type, and its index in {@link Values}.
 *
 * @param <V> the Java type of the value
 */
public final class Member<V> {
  private final SerializedString name;
  private final Type<V> type;
  private final int index;
  private final Location location;
  private final String parameter;

  /**
   * @param parameter the name of the path or query parameter
   */
  Member(String name, Type<V> type, int index, Location location, String parameter) {
    this.name = new SerializedString(name);
    this.type = type;
    this.index = index;
    this.location = location;
    this.parameter = parameter;
  }

  /** Returns the name in the API. */
  public String name() {
    return name.getValue();
  }

  SerializedString serializedName() {
    return name;
  }

  public Type<V> type() {
    return type;
  }

  int index() {
    return index;
  }

  Location location() {
    return location;
  }

  String parameter() {
    return parameter;
  }
}
