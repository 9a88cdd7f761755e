package io.github.lambdaesm.testing.internal.rules;

import io.github.lambdaesm.testing.internal.state.SourceKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A rule that a create or an update can break.
 *
 * @param id the stable ID; several entries can be parts of the same rule
 * @param sentence our own description of what is wrong
 * @param on the operations that the rule applies to
 * @param broken whether a change breaks the rule
 * @param message Lambda's error message, with placeholders in braces; empty if not known
 * @param evidence the evidence for each kind of event source that the rule applies to
 * @param seen the date of the recorded rejection; empty if there is none
 */
record Rule(
    String id,
    String sentence,
    On on,
    Predicate<MappingChange> broken,
    String message,
    Map<SourceKind, Evidence> evidence,
    String seen) {

  /** The operations that a rule applies to. */
  enum On {
    CREATE("create"),
    UPDATE("update"),
    BOTH("create, update");

    private final String operations;

    On(String operations) {
      this.operations = operations;
    }

    String operations() {
      return operations;
    }

    boolean appliesTo(boolean update) {
      return this == BOTH || (this == UPDATE) == update;
    }
  }

  static Rule rule(String id, String sentence, On on, Predicate<MappingChange> broken) {
    return new Rule(id, sentence, on, broken, "", Map.of(), "");
  }

  /** Returns the rule with Lambda's message and the kinds of event source it is recorded for. */
  Rule recorded(String seenOn, String lambdasMessage, Set<SourceKind> kinds) {
    return new Rule(
        id, sentence, on, broken, lambdasMessage, with(Evidence.RECORDED, kinds), seenOn);
  }

  /** Returns the rule for more kinds of event source, without a recording. */
  Rule unrecorded(Evidence level, Set<SourceKind> kinds) {
    return new Rule(id, sentence, on, broken, message, with(level, kinds), seen);
  }

  private Map<SourceKind, Evidence> with(Evidence level, Set<SourceKind> kinds) {
    Map<SourceKind, Evidence> all = new EnumMap<>(SourceKind.class);
    all.putAll(evidence);
    kinds.forEach(kind -> all.put(kind, level));
    return Collections.unmodifiableMap(all);
  }

  /** Returns the evidence that Lambda rejects the change; empty if it does not break the rule. */
  Optional<Evidence> evidenceAgainst(MappingChange change) {
    Evidence known = evidence.get(change.kind());
    return known != null && on.appliesTo(change.update()) && broken.test(change)
        ? Optional.of(known)
        : Optional.empty();
  }

  /** Returns the kinds of event source with this evidence. */
  Set<SourceKind> kinds(Evidence wanted) {
    Set<SourceKind> kinds = EnumSet.noneOf(SourceKind.class);
    evidence.forEach(
        (kind, known) -> {
          if (known == wanted) {
            kinds.add(kind);
          }
        });
    return kinds;
  }
}
