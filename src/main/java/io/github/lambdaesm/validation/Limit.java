package io.github.lambdaesm.validation;

import io.github.lambdaesm.internal.text.Excerpt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A limit on the value of a member. */
interface Limit {
  /** Returns what is wrong with a value, to follow the name of the member; null if it is valid. */
  @Nullable String problem(Object value);

  /** Returns what can be wrong with a value, to follow the name of the member. */
  String anyProblem();

  /** Returns which values are valid, to follow "use". */
  String validValues();

  /** A range of numbers. */
  record Range(int min, int max) implements Limit {
    @Override
    public @Nullable String problem(Object value) {
      int number = (Integer) value;
      return number >= min && number <= max ? null : number + " is out of range";
    }

    @Override
    public String anyProblem() {
      return "is out of range";
    }

    @Override
    public String validValues() {
      return min + " to " + max;
    }
  }

  /** A range of the number of characters. Characters outside of the BMP count once. */
  record Length(int min, int max) implements Limit {
    @Override
    public @Nullable String problem(Object value) {
      String text = (String) value;
      int length = text.codePointCount(0, text.length());
      return length >= min && length <= max
          ? null
          : "has %d characters, which is too %s".formatted(length, length > max ? "long" : "short");
    }

    @Override
    public String anyProblem() {
      return "is too long or too short";
    }

    @Override
    public String validValues() {
      return "%d to %d characters".formatted(min, max);
    }
  }

  /** A range of the number of elements of a list or a map. */
  record Size(int min, int max) implements Limit {
    @Override
    public @Nullable String problem(Object value) {
      int size = value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
      return size >= min && size <= max
          ? null
          : "has %d elements, which is too %s".formatted(size, size > max ? "many" : "few");
    }

    @Override
    public String anyProblem() {
      return "has too many or too few elements";
    }

    @Override
    public String validValues() {
      return min == max
          ? "exactly %d element".formatted(min)
          : "%d to %d elements".formatted(min, max);
    }
  }

  /** The known values of an enum, for a text or for the keys of a map. */
  record OneOf(List<String> values) implements Limit {
    @Override
    public @Nullable String problem(Object value) {
      Collection<?> given = value instanceof Map<?, ?> map ? map.keySet() : List.of(value);
      for (Object each : given) {
        if (!values.contains(each)) {
          return "has the unknown value \"%s\"".formatted(Excerpt.of(each.toString()));
        }
      }
      return null;
    }

    @Override
    public String anyProblem() {
      return "has an unknown value";
    }

    @Override
    public String validValues() {
      return values.size() == 1 ? values.get(0) : "one of " + String.join(", ", values);
    }
  }
}
