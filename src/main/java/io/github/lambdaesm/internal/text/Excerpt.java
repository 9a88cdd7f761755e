package io.github.lambdaesm.internal.text;

/**
 * Makes texts of patterns and records fit into a line of a message: shortens them, and replaces
 * characters that break the line or change the order in which it is shown.
 */
public final class Excerpt {
  /** For the reason of a parser. Jackson quotes up to 256 characters of the text. */
  public static final int REASON_LENGTH = 400;

  private static final int LENGTH = 100;
  private static final int BRIEF_LENGTH = 60;

  private Excerpt() {}

  /** Returns a text of at most 100 characters. */
  public static String of(String text) {
    return of(text, LENGTH);
  }

  /** Returns a text of at most 60 characters, for keys and other parts of a sentence. */
  public static String brief(String text) {
    return of(text, BRIEF_LENGTH);
  }

  /** Returns a text of at most the given length, plus an ellipsis if it was longer. */
  public static String of(String text, int length) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), length) + 3);
    int index = 0;
    while (index < text.length()) {
      int character = text.codePointAt(index);
      index += Character.charCount(character);
      if (index > length) {
        return shown.append("...").toString();
      }
      shown.appendCodePoint(printable(character));
    }
    return shown.toString();
  }

  private static int printable(int character) {
    return switch (Character.getType(character)) {
      // Line breaks and tabs are between the parts of JSON; a blank is what they mean there.
      case Character.CONTROL -> Character.isWhitespace(character) ? ' ' : '?';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      // Marks that reverse the direction of the text are format characters; so are invisible ones.
      case Character.FORMAT, Character.SURROGATE -> '?';
      default -> character;
    };
  }
}
