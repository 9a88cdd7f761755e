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
 * One reason for which Lambda refuses a create or an update.
 *
 * @param id stable; rules with the same id are parts of one
 * @param sentence what is wrong, in the words of this library
 * @param on which requests it concerns
 * @param broken whether a change breaks it
 * @param message that of Lambda, with placeholders in braces; empty if it is not known
 * @param evidence by kind of source; kinds that it does not concern are missing
 * @param seen when Lambda was seen refusing it, or empty
 */
record Rule(
    String id,
    String sentence,
    On on,
    Predicate<Change> broken,
    String message,
    Map<SourceKind, Evidence> evidence,
    String seen) {

  /** The requests that a rule concerns. */
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

  static Rule rule(String id, String sentence, On on, Predicate<Change> broken) {
    return new Rule(id, sentence, on, broken, "", Map.of(), "");
  }

  /** This rule with Lambda's message, and the kinds of source for which it was recorded. */
  Rule recorded(String seenOn, String lambdasMessage, Set<SourceKind> kinds) {
    return new Rule(
        id, sentence, on, broken, lambdasMessage, with(Evidence.RECORDED, kinds), seenOn);
  }

  /** This rule for more kinds of source, for which there is no recording. */
  Rule unrecorded(Evidence how, Set<SourceKind> kinds) {
    return new Rule(id, sentence, on, broken, message, with(how, kinds), seen);
  }

  private Map<SourceKind, Evidence> with(Evidence how, Set<SourceKind> kinds) {
    Map<SourceKind, Evidence> all = new EnumMap<>(SourceKind.class);
    all.putAll(evidence);
    kinds.forEach(kind -> all.put(kind, how));
    return Collections.unmodifiableMap(all);
  }

  /** Returns how it is known that a change is refused; empty if nothing is known against it. */
  Optional<Evidence> evidenceAgainst(Change change) {
    Evidence known = evidence.get(change.kind());
    return known != null && on.appliesTo(change.update()) && broken.test(change)
        ? Optional.of(known)
        : Optional.empty();
  }

  /** Returns the kinds of source with this evidence. */
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
