package io.github.lambdaesm.testing.internal.rules;

import io.github.lambdaesm.testing.exchange.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses what Lambda was seen refusing, and notes what it may refuse besides. */
public final class Rules {
  private final boolean enforceUnrecorded;
  private final Set<String> warnings = new LinkedHashSet<>();

  /**
   * @param enforceUnrecorded whether what is not recorded is refused too
   */
  public Rules(boolean enforceUnrecorded) {
    this.enforceUnrecorded = enforceUnrecorded;
  }

  /**
   * Refuses a change that breaks a rule.
   *
   * @return what to warn of once the change is made
   * @throws ServiceError with Lambda's answer
   */
  public List<String> check(Change change) {
    List<String> found = new ArrayList<>();
    String rejection = null;
    for (Rule rule : RuleTable.RULES) {
      Optional<Evidence> evidence = rule.evidenceAgainst(change);
      if (evidence.isPresent() && evidence.get() == Evidence.RECORDED) {
        throw ServiceError.invalidParameter(change.fill(rule.message()));
      }
      if (evidence.isPresent()) {
        String warning =
            "%s (%s: %s)"
                .formatted(change.fill(rule.sentence()), rule.id(), evidence.get().description());
        found.add(warning);
        rejection = rejection == null && evidence.get() != Evidence.ADVICE ? warning : rejection;
      }
    }
    if (enforceUnrecorded && rejection != null) {
      throw ServiceError.invalidParameter("FakeLambda, not Lambda, refuses this: " + rejection);
    }
    String operation = change.update() ? "UpdateEventSourceMapping" : "CreateEventSourceMapping";
    found.replaceAll(warning -> "%s, %s: %s".formatted(operation, change.kind().displayName(), warning));
    return found;
  }

  public synchronized void warn(List<String> found) {
    warnings.addAll(found);
  }

  /** Returns what was accepted although Lambda may refuse it, each once. */
  public synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  public synchronized void clear() {
    warnings.clear();
  }
}
