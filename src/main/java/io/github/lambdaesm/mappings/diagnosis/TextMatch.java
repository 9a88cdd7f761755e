package io.github.lambdaesm.mappings.diagnosis;

/** Compares a text of Lambda with a known one, ignoring case and surrounding blanks. */
enum TextMatch {
  WHOLE("is"),
  PREFIX("begins with"),
  CONTAINED("contains");

  /** Only this much of a text is searched. The known texts of Lambda have up to 300 characters. */
  private static final int SEARCHED_LENGTH = 10_000;

  private final String phrase;

  TextMatch(String phrase) {
    this.phrase = phrase;
  }

  boolean matches(String text, String known) {
    String given = text.strip();
    return switch (this) {
      case WHOLE -> given.equalsIgnoreCase(known);
      case PREFIX -> isAt(0, given, known);
      case CONTAINED -> contains(given, known);
    };
  }

  private static boolean contains(String text, String known) {
    int last = Math.min(text.length(), SEARCHED_LENGTH) - known.length();
    for (int i = 0; i <= last; i++) {
      if (isAt(i, text, known)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(int index, String text, String known) {
    return text.regionMatches(true, index, known, 0, known.length());
  }

  /** Returns a phrase such as "begins with". */
  @Override
  public String toString() {
    return phrase;
  }
}
