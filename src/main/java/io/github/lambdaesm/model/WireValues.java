package io.github.lambdaesm.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the constants of an enum by their values in the API.
 *
 * @param <E> an enum whose {@code toString} returns the value in the API
 */
final class WireValues<E extends Enum<E>> {
  private static final String UNKNOWN = "UNKNOWN_TO_SDK_VERSION";

  private final Map<String, E> byValue = new HashMap<>();
  private final Set<E> known;
  private final E unknown;

  WireValues(Class<E> type) {
    unknown = Enum.valueOf(type, UNKNOWN);
    known = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(unknown)));
    known.forEach(constant -> byValue.put(constant.toString(), constant));
  }

  E of(String value) {
    return byValue.getOrDefault(value, unknown);
  }

  @Nullable E ofNullable(@Nullable String value) {
    return value == null ? null : of(value);
  }

  Set<E> known() {
    return known;
  }

  static @Nullable String toWire(@Nullable Enum<?> constant) {
    if (constant == null) {
      return null;
    }
    if (constant.name().equals(UNKNOWN)) {
      throw new IllegalArgumentException(
          constant.getDeclaringClass().getSimpleName()
              + "."
              + UNKNOWN
              + " stands for any value that this version does not know; pass the value as a string");
    }
    return constant.toString();
  }
}
