package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;

/** Checks the arguments of calls that work on many mappings. */
final class Arguments {
  private Arguments() {}

  /**
   * Copies a collection.
   *
   * @param name the name of the argument
   * @throws NullPointerException if the collection or an element is null; names its position
   */
  static <T> List<T> copy(String name, Collection<T> values) {
    int position = 0;
    for (T value : requireNonNull(values, name + " is null")) {
      requireNonNull(value, name + " contains null" + at(position));
      position++;
    }
    return List.copyOf(values);
  }

  /**
   * Copies a collection of texts.
   *
   * @throws IllegalArgumentException if a text is blank; names its position
   */
  static List<String> copyTexts(String name, Collection<String> values) {
    List<String> texts = copy(name, values);
    for (int position = 0; position < texts.size(); position++) {
      if (texts.get(position).isBlank()) {
        throw new IllegalArgumentException(name + " contains a blank text" + at(position));
      }
    }
    return texts;
  }

  private static String at(int position) {
    return " at position " + position + " (counted from 0). Remove it";
  }
}
