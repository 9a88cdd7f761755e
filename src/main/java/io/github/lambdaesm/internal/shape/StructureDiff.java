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
  private final ServiceDefaults defaults;
  private final List<String> differences = new ArrayList<>();

  StructureDiff(ServiceDefaults defaults) {
    this.defaults = defaults;
  }

  /** Returns the paths of the members that differ, in the order of the requested shape. */
  static <A, B> List<String> differences(
      Shape<A> shape, A requested, Shape<B> actualShape, B actual, ServiceDefaults defaults) {
    StructureDiff diff = new StructureDiff(defaults);
    diff.compareMembers("", shape, requested, actualShape, actual);
    return diff.differences;
  }

  private <A, B> void compareMembers(
      String prefix, Shape<A> shape, A requested, Shape<B> actualShape, B actual) {
    for (Member<?> member : shape.members()) {
      Member<?> other = actualShape.member(member.name());
      compare(
          prefix + member.name(),
          shape.valueOf(member, requested),
          other == null ? null : actualShape.valueOf(other, actual));
    }
  }

  private void compare(String path, @Nullable Object requested, @Nullable Object actual) {
    if (actual != null && Shape.isStructure(actual)) {
      compareStructures(path, requested, actual);
    } else if (requested == null ? !mayBeFilledIn(path, actual) : !matches(requested, actual)) {
      differences.add(path);
    }
  }

  private void compareStructures(String path, @Nullable Object requested, Object actual) {
    Shape<Object> shape = Shape.ofStructure(actual);
    compareMembers(path + ".", shape, requested == null ? shape.empty() : requested, shape, actual);
  }

  private boolean mayBeFilledIn(String path, @Nullable Object actual) {
    return actual == null || isEmpty(actual) || defaults.includes(path, actual);
  }

  /** Compares two values. Members with the same name have the same type in all structures. */
  private boolean matches(Object requested, @Nullable Object actual) {
    if (actual == null) {
      return isEmpty(requested);
    }
    if (requested instanceof List<?> list) {
      return haveSameElements(list, (List<?>) actual);
    }
    if (requested instanceof Map<?, ?> map) {
      return haveSameEntries(map, (Map<?, ?>) actual);
    }
    if (requested instanceof Instant time) {
      // Compare whole seconds: in JSON, the time is a floating-point number, which may be inexact.
      return time.getEpochSecond() == ((Instant) actual).getEpochSecond();
    }
    if (Shape.isStructure(requested)) {
      Shape<Object> shape = Shape.ofStructure(requested);
      return differences(shape, requested, shape, actual, defaults).isEmpty();
    }
    return requested.equals(actual);
  }

  private boolean haveSameEntries(Map<?, ?> requested, Map<?, ?> actual) {
    return requested.keySet().equals(actual.keySet())
        && requested.entrySet().stream()
            .allMatch(entry -> matches(entry.getValue(), actual.get(entry.getKey())));
  }

  private boolean haveSameElements(List<?> requested, List<?> actual) {
    List<Object> left = new ArrayList<>(actual);
    return requested.size() == actual.size()
        && requested.stream().allMatch(each -> removeEqual(each, left));
  }

  private boolean removeEqual(Object requested, List<Object> actual) {
    for (int i = 0; i < actual.size(); i++) {
      if (matches(requested, actual.get(i))) {
        actual.remove(i);
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
