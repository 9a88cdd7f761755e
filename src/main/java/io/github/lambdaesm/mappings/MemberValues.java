package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.EventSourceMappingState;
import io.github.lambdaesm.model.Structure;
import org.jspecify.annotations.Nullable;

/** Gets and sets members of structures by their names in JSON. */
final class MemberValues {
  private MemberValues() {}

  /**
   * Returns the value at a path; null if there is none.
   *
   * @param path the names of the members that lead to the value, separated by dots
   */
  static @Nullable Object get(Object structure, String path) {
    Object value = structure;
    for (String name : path.split("\\.", -1)) {
      if (value == null) {
        return null;
      }
      Shape<Object> shape = Shape.ofStructure(value);
      Member<?> member = shape.member(name);
      value = member == null ? null : shape.valueOf(member, value);
    }
    return value;
  }

  /** Returns the value of a mapping for a member of a request, which may have another name. */
  static @Nullable Object ofMapping(EventSourceMappingDescription mapping, String path) {
    return switch (path) {
      case "FunctionName" -> mapping.functionArn();
      case "Enabled" -> isEnabled(mapping.stateAsEnum());
      default -> get(mapping, path);
    };
  }

  /** Returns null if the state does not say whether the mapping is enabled. */
  private static @Nullable Boolean isEnabled(@Nullable EventSourceMappingState state) {
    if (state == null || !(state.isEnabledOrEnabling() || state.isDisabledOrDisabling())) {
      return null;
    }
    return state.isEnabledOrEnabling();
  }

  /** Returns a value without members that are empty, which Lambda may reject. */
  static Object withoutEmptyMembers(Object value) {
    if (!(value instanceof Structure)) {
      return value;
    }
    Shape<Object> shape = Shape.ofStructure(value);
    Object pruned = value;
    for (Member<?> member : shape.members()) {
      Object each = shape.valueOf(member, value);
      if (each != null) {
        boolean empty = NormalForm.ORDERED.of(each) == null;
        pruned = with(shape, pruned, member.name(), empty ? null : withoutEmptyMembers(each));
      }
    }
    return pruned;
  }

  /** Returns a copy of a structure with another value of a member; null removes it. */
  static <T> T with(Shape<T> shape, T structure, String name, @Nullable Object value) {
    Values.Builder values = shape.valuesOf(structure).toBuilder();
    Member<?> member = shape.member(name);
    if (member == null) {
      throw new IllegalArgumentException(shape.name() + " has no member " + name);
    }
    set(values, member, value);
    return shape.create(values);
  }

  /** Returns a copy of a structure with another value at a path. */
  static <T> T withPath(Shape<T> shape, T structure, String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return with(shape, structure, path, value);
    }
    String block = path.substring(0, dot);
    Object before = get(structure, block);
    if (before == null) {
      before = emptyBlock(shape, block);
    }
    Object after = with(Shape.ofStructure(before), before, path.substring(dot + 1), value);
    return with(shape, structure, block, after);
  }

  private static Object emptyBlock(Shape<?> shape, String name) {
    Member<?> member = shape.member(name);
    Shape<?> block = member == null ? null : member.type().structure();
    if (block == null) {
      throw new IllegalArgumentException(shape.name() + " has no structure " + name);
    }
    return block.empty();
  }

  @SuppressWarnings("unchecked") // members with the same name have the same type in all shapes
  private static <V> void set(Values.Builder values, Member<V> member, @Nullable Object value) {
    values.set(member, (V) value);
  }
}
