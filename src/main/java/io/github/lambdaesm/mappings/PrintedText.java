package io.github.lambdaesm.mappings;

/** Makes texts fit into a line: escapes characters that break or reorder it, and cuts it. */
final class PrintedText {
  private static final int LENGTH = 200;

  private PrintedText() {}

  /** Returns a text of at most 200 characters, plus an ellipsis if it was longer. */
  static String of(String text) {
    if (text.length() <= LENGTH) {
      return escaped(text);
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LENGTH - 1));
    return escaped(text.substring(0, splitsPair ? LENGTH - 1 : LENGTH)) + "...";
  }

  /** Returns the whole text in one line. JSON stays JSON with the same meaning. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (isPrintable(character)) {
                escaped.appendCodePoint(character);
              } else {
                for (char each : Character.toChars(character)) {
                  escaped.append("\\u%04x".formatted((int) each));
                }
              }
            });
    return escaped.toString();
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          // Invisible characters, and marks that reverse the direction of the text.
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
