package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a diagnosis as readable lines. */
final class DiagnosisText {
  private DiagnosisText() {}

  static String of(Diagnosis diagnosis) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s [%s]: %s.".formatted(diagnosis.verdict(), diagnosis.code(), diagnosis.sentence()));
    lines.add("What to do: %s.".formatted(diagnosis.remedy()));
    lines.add("Evidence: " + diagnosis.evidence());
    lines.add("Mapping: " + mapping(diagnosis));
    diagnosis.rawTexts().forEach((member, text) -> lines.add(member + ": " + PrintedText.of(text)));
    diagnosis.since().ifPresent(since -> lines.add("LastModified: " + since));
    diagnosis
        .mayLagUpTo()
        .ifPresent(
            lag -> lines.add("A change can take up to " + lag.toMinutes() + " minutes to show."));
    diagnosis.findings().forEach(finding -> lines.add("Also: " + finding));
    return String.join("\n  ", lines);
  }

  private static String mapping(Diagnosis diagnosis) {
    String uuid = PrintedText.of(diagnosis.uuid().orElse("without a UUID"));
    EventSourceMappingConfiguration mapping = diagnosis.mapping().orElse(null);
    return mapping == null
        ? uuid
        : uuid
            + label(", reads ", mapping.eventSourceArn())
            + label(", invokes ", mapping.functionArn());
  }

  private static String label(String label, @Nullable String value) {
    return value == null ? "" : label + PrintedText.of(value);
  }
}
