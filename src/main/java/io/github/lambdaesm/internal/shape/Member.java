package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.io.SerializedString;

/**
 * A member of a structure: its name on the wire, its type, and its place among the values.
 *
 * @param <V> the Java type of its value
 */
public final class Member<V> {
  private final SerializedString name;
  private final Type<V> type;
  private final int index;

  Member(String name, Type<V> type, int index) {
    this.name = new SerializedString(name);
    this.type = type;
    this.index = index;
  }

  String name() {
    return name.getValue();
  }

  SerializedString serializedName() {
    return name;
  }

  Type<V> type() {
    return type;
  }

  int index() {
    return index;
  }
}
