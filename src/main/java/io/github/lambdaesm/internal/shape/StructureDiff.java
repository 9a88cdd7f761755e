package io.github.lambdaesm.internal.shape;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members in which a structure returned by the service differs from the requested one.
 *
 * <p>The order of a list does not count, and neither does an empty value that the service leaves
 * out. A value that was not requested is a difference, unless the service fills it in.
 */
final class StructureDiff {
  private final FillIns fillIns;
  private final List<String> differences = new ArrayList<>();

  StructureDiff(FillIns fillIns) {
    this.fillIns = fillIns;
  }

  /** Returns the paths of the members that differ, in the order of the requested shape. */
  static <A, B> List<String> differences(
      Shape<A> shape, A asked, Shape<B> heldShape, B held, FillIns fillIns) {
    StructureDiff diff = new StructureDiff(fillIns);
    diff.compareMembers("", shape, asked, heldShape, held);
    return diff.differences;
  }

  private <A, B> void compareMembers(
      String prefix, Shape<A> shape, A asked, Shape<B> heldShape, B held) {
    for (Member<?> member : shape.members()) {
      Member<?> other = heldShape.member(member.name());
      compare(
          prefix + member.name(),
          shape.valueOf(member, asked),
          other == null ? null : heldShape.valueOf(other, held));
    }
  }

  private void compare(String path, @Nullable Object asked, @Nullable Object held) {
    if (held != null && Shape.isStructure(held)) {
      compareStructures(path, asked, held);
    } else if (asked == null ? !mayBeFilledIn(path, held) : !agree(asked, held)) {
      differences.add(path);
    }
  }

  private void compareStructures(String path, @Nullable Object asked, Object held) {
    Shape<Object> shape = Shape.ofStructure(held);
    compareMembers(path + ".", shape, asked == null ? shape.empty() : asked, shape, held);
  }

  private boolean mayBeFilledIn(String path, @Nullable Object held) {
    return held == null || isEmpty(held) || fillIns.allow(path, held);
  }

  /** Compares two values. Members with the same name have the same type in all structures. */
  private boolean agree(Object asked, @Nullable Object held) {
    if (held == null) {
      return isEmpty(asked);
    }
    if (asked instanceof List<?> list) {
      return haveSameElements(list, (List<?>) held);
    }
    if (asked instanceof Map<?, ?> map) {
      return haveSameEntries(map, (Map<?, ?>) held);
    }
    if (asked instanceof Instant time) {
      // JSON has it as a floating-point number of seconds, which may not be exact.
      return time.getEpochSecond() == ((Instant) held).getEpochSecond();
    }
    if (Shape.isStructure(asked)) {
      Shape<Object> shape = Shape.ofStructure(asked);
      return differences(shape, asked, shape, held, fillIns).isEmpty();
    }
    return asked.equals(held);
  }

  private boolean haveSameEntries(Map<?, ?> asked, Map<?, ?> held) {
    return asked.keySet().equals(held.keySet())
        && asked.entrySet().stream()
            .allMatch(entry -> agree(entry.getValue(), held.get(entry.getKey())));
  }

  private boolean haveSameElements(List<?> asked, List<?> held) {
    List<Object> left = new ArrayList<>(held);
    return asked.size() == held.size() && asked.stream().allMatch(each -> removeEqual(each, left));
  }

  private boolean removeEqual(Object asked, List<Object> held) {
    for (int i = 0; i < held.size(); i++) {
      if (agree(asked, held.get(i))) {
        held.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean isEmpty(Object value) {
    if (Shape.isStructure(value)) {
      Shape<Object> shape = Shape.ofStructure(value);
      return shape.members().stream()
          .map(member -> shape.valueOf(member, value))
          .allMatch(each -> each == null || isEmpty(each));
    }
    return value.equals("")
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }
}
