package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jspecify.annotations.Nullable;

/** Writes strings as JSON. */
final class JsonText {
  private JsonText() {}

  /** Returns a string as JSON, escaped once. */
  static String quote(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("A string of a filter pattern is null");
    }
    int broken = indexOfUnpairedSurrogate(text);
    if (broken >= 0) {
      throw new IllegalArgumentException(
          "A string of a filter pattern has an unpaired surrogate at offset "
              + broken
              + "; UTF-8 cannot express it");
    }
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /** Returns the index of the first half of a surrogate pair without its other half, or -1. */
  static int indexOfUnpairedSurrogate(String text) {
    int index = 0;
    while (index < text.length()) {
      int character = text.codePointAt(index);
      if (character <= Character.MAX_VALUE && Character.isSurrogate((char) character)) {
        return index;
      }
      index += Character.charCount(character);
    }
    return -1;
  }
}
