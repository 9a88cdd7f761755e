package io.github.lambdaesm.filter;

import java.util.List;
import java.util.Optional;

/** Checks the text of a pattern, whether it is JSON or not. */
final class TextLints {
  private static final List<String> HTML_ENTITIES =
      List.of("&gt;", "&lt;", "&amp;", "&quot;", "&#34;", "&#39;", "&apos;");

  private TextLints() {}

  static void check(String text, Findings findings) {
    // Go programs such as Terraform escape the ampersand.
    String unescaped = text.replace("\\u0026", "&");
    Optional<String> entity = HTML_ENTITIES.stream().filter(unescaped::contains).findFirst();
    entity.ifPresent(
        found -> findings.add(Lint.HTML_ENTITY, "The filter pattern has the HTML entity " + found));
  }

  /** Returns whether a pattern has too many characters for Lambda, however it counts them. */
  static boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > Limits.PATTERN_LENGTH;
  }

  /** Reports a pattern that has too many characters, or may have. */
  static void checkLength(String text, Findings findings) {
    if (text.length() <= Limits.PATTERN_LENGTH) {
      return;
    }
    int characters = text.codePointCount(0, text.length());
    String units =
        characters == text.length() ? "" : " (" + text.length() + " if an emoji counts as two)";
    findings.add(
        Lint.LENGTH,
        "The filter pattern has " + characters + " characters" + units + ", more than 4,096");
  }
}
