package io.github.lambdaesm.mappings;

import io.github.lambdaesm.filter.FilterPattern;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.Structure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How values of a member are compared: values with the same normal form mean the same. */
enum NormalForm {
  /** The order of lists counts. */
  ORDERED,
  /** Lists are sets. */
  SETS,
  /** Filters are in order, but their patterns are compared as JSON. */
  FILTERS;

  /** Returns the normal form of a value; null if it is empty, which is the same as absent. */
  @Nullable Object of(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return ofList(list);
    }
    if (value instanceof Map<?, ?> map) {
      return ofEntries(map);
    }
    if (value instanceof Instant time) {
      // In JSON, a time is a floating-point number, which may be inexact.
      return time.getEpochSecond();
    }
    if (value instanceof Filter filter && this == FILTERS) {
      return ofPattern(filter.pattern());
    }
    if (value instanceof Structure) {
      return ofEntries(membersOf(value));
    }
    return "".equals(value) ? null : value;
  }

  private @Nullable Object ofList(List<?> list) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (Object each : list) {
      elements.add(of(each));
    }
    if (elements.isEmpty()) {
      return null;
    }
    return this == SETS ? new HashSet<>(elements) : elements;
  }

  private @Nullable Object ofEntries(Map<?, ?> entries) {
    Map<Object, Object> normal = new LinkedHashMap<>();
    entries.forEach(
        (key, value) -> {
          Object each = of(value);
          if (each != null) {
            normal.put(key, each);
          }
        });
    return normal.isEmpty() ? null : normal;
  }

  /** A filter without a pattern is still a filter. */
  private static Object ofPattern(@Nullable String pattern) {
    try {
      return FilterPattern.parse(pattern).canonical();
    } catch (IllegalArgumentException e) {
      return Objects.requireNonNullElse(pattern, "");
    }
  }

  private static Map<String, Object> membersOf(Object structure) {
    Shape<Object> shape = Shape.ofStructure(structure);
    Map<String, Object> members = new LinkedHashMap<>();
    for (Member<?> member : shape.members()) {
      Object value = shape.valueOf(member, structure);
      if (value != null) {
        members.put(member.name(), value);
      }
    }
    return members;
  }
}
