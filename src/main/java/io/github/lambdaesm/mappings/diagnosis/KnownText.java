package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Evidence.Basis;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the table of texts that Lambda is known to return.
 *
 * @param member the member that contains the text
 * @param match how to compare with the text
 * @param text the text, or the part of it that does not vary
 * @param verdict what it means; for a reason, {@link DiagnosisVerdict#FAILING} becomes {@link
 *     DiagnosisVerdict#DISABLED_BY_LAMBDA} while the mapping is disabled
 * @param code the stable code
 * @param sentence what it means
 * @param remedy what to do about it
 * @param evidence how it is known, for the types of event source for which it is. For others, the
 *     text means the same, without evidence
 */
record KnownText(
    TextMember member,
    TextMatch match,
    String text,
    DiagnosisVerdict verdict,
    String code,
    String sentence,
    String remedy,
    Map<EventSource, Evidence> evidence) {

  static KnownText text(TextMember member, TextMatch match, String text, DiagnosisVerdict verdict) {
    return new KnownText(member, match, text, verdict, "", "", "", Map.of());
  }

  /** Returns the row with a code and texts, each without a period at the end. */
  KnownText says(String stableCode, String meaning, String toDo) {
    return new KnownText(member, match, text, verdict, stableCode, meaning, toDo, evidence);
  }

  /** Returns the row for more types of event source, with evidence for them. */
  KnownText knownBy(Basis basis, EventSource... sources) {
    Map<EventSource, Evidence> all = new EnumMap<>(EventSource.class);
    all.putAll(evidence);
    List.of(sources).forEach(source -> all.put(source, Evidence.of(basis)));
    return new KnownText(
        member, match, text, verdict, code, sentence, remedy, Collections.unmodifiableMap(all));
  }

  boolean matches(String given) {
    return match.matches(given, text);
  }

  /** Returns what the text means for a mapping of this type of event source. */
  Cause cause(EventSource source) {
    Evidence known = evidence.getOrDefault(source, Evidence.of(Basis.UNKNOWN));
    return new Cause(verdict, new Finding(code, sentence, remedy, known));
  }
}
