package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a diagnosis for a person. */
final class DiagnosisText {
  private static final int MAX_LENGTH = 300;

  private DiagnosisText() {}

  static String of(Diagnosis diagnosis) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s [%s]: %s.".formatted(diagnosis.verdict(), diagnosis.code(), diagnosis.sentence()));
    lines.add("What to do: %s.".formatted(diagnosis.remedy()));
    lines.add("Evidence: " + diagnosis.evidence());
    lines.add("Mapping: " + mapping(diagnosis));
    diagnosis.rawTexts().forEach((member, text) -> lines.add(member + ": " + printable(text)));
    diagnosis.since().ifPresent(since -> lines.add("LastModified: " + since));
    diagnosis
        .mayLagUpTo()
        .ifPresent(
            lag ->
                lines.add(
                    "A change can take up to %d minutes to show.".formatted(lag.toMinutes())));
    diagnosis.findings().forEach(finding -> lines.add("Also: " + finding));
    return String.join("\n  ", lines);
  }

  private static String mapping(Diagnosis diagnosis) {
    String uuid = printable(diagnosis.uuid().orElse("without a UUID"));
    EventSourceMappingConfiguration mapping = diagnosis.mapping().orElse(null);
    return mapping == null
        ? uuid
        : uuid
            + label(", reads ", mapping.eventSourceArn())
            + label(", invokes ", mapping.functionArn());
  }

  private static String label(String label, @Nullable String value) {
    return value == null ? "" : label + printable(value);
  }

  /**
   * Escapes the characters of a text that are invisible, break the line or change the order in
   * which it is shown, and cuts a long text.
   */
  static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    int index = 0;
    while (index < text.length()) {
      int character = text.codePointAt(index);
      int next = index + Character.charCount(character);
      if (next > MAX_LENGTH) {
        return shown.append("...").toString();
      }
      if (isPrintable(character)) {
        shown.appendCodePoint(character);
      } else {
        shown.append(escaped(text.substring(index, next)));
      }
      index = next;
    }
    return shown.toString();
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String escaped(String characters) {
    StringBuilder escaped = new StringBuilder();
    characters.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
    return escaped.toString();
  }
}
