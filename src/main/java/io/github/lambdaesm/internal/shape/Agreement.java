package io.github.lambdaesm.internal.shape;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service holds what it was asked to hold. It may hold more: it fills in defaults and
 * repeats structures with nothing in them. It may give a list in another order, and it leaves out
 * what is empty.
 */
final class Agreement {
  private Agreement() {}

  /**
   * The members that were asked for, exist in the other shape, and are not as they were asked for.
   */
  static <A, B> List<String> disagreements(Shape<A> shape, A asked, Shape<B> otherShape, B held) {
    List<String> disagreements = new ArrayList<>();
    for (Member<?> member : shape.members()) {
      Object wanted = shape.valueOf(member, asked);
      Member<?> other = otherShape.member(member.name());
      if (wanted != null && other != null && !agree(wanted, otherShape.valueOf(other, held))) {
        disagreements.add(member.name());
      }
    }
    return disagreements;
  }

  private static boolean agree(Object wanted, @Nullable Object held) {
    if (held == null) {
      return isEmpty(wanted);
    }
    if (wanted instanceof List<?> list && held instanceof List<?> other) {
      return sameElements(list, other);
    }
    if (wanted instanceof Instant time && held instanceof Instant other) {
      // Finer parts were never sent.
      return time.toEpochMilli() == other.toEpochMilli();
    }
    if (wanted instanceof Map<?, ?> map && held instanceof Map<?, ?> other) {
      return map.keySet().equals(other.keySet())
          && map.entrySet().stream()
              .allMatch(entry -> agree(entry.getValue(), other.get(entry.getKey())));
    }
    return Shape.isStructure(wanted) ? structuresAgree(wanted, held) : wanted.equals(held);
  }

  private static boolean structuresAgree(Object wanted, Object held) {
    return wanted.getClass() == held.getClass()
        && disagreements(Shape.ofStructure(wanted), wanted, Shape.ofStructure(held), held)
            .isEmpty();
  }

  private static boolean sameElements(List<?> wanted, List<?> held) {
    List<Object> left = new ArrayList<>(held);
    return wanted.stream().allMatch(each -> removeAgreeing(each, left)) && left.isEmpty();
  }

  private static boolean removeAgreeing(Object wanted, List<Object> held) {
    for (int i = 0; i < held.size(); i++) {
      if (agree(wanted, held.get(i))) {
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
