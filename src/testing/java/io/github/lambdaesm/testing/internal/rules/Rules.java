package io.github.lambdaesm.testing.internal.rules;

import io.github.lambdaesm.testing.exchange.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rejects changes that Lambda is recorded to reject, and warns of others that it may reject. */
public final class Rules {
  private final boolean enforceUnrecorded;
  private final Set<String> warnings = new LinkedHashSet<>();

  /**
   * @param enforceUnrecorded whether to enforce rules without a recording too
   */
  public Rules(boolean enforceUnrecorded) {
    this.enforceUnrecorded = enforceUnrecorded;
  }

  /**
   * Rejects a change that breaks a rule.
   *
   * @return the warnings to add if the change succeeds
   * @throws ServiceError Lambda's error if the change breaks a rule
   */
  public List<String> check(MappingChange change) {
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
      throw ServiceError.invalidParameter("FakeLambda, not Lambda, rejects this: " + rejection);
    }
    String operation = change.update() ? "UpdateEventSourceMapping" : "CreateEventSourceMapping";
    found.replaceAll(
        warning -> "%s, %s: %s".formatted(operation, change.kind().displayName(), warning));
    return found;
  }

  public synchronized void warn(List<String> found) {
    warnings.addAll(found);
  }

  /** Returns the warnings without duplicates, in order. */
  public synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  public synchronized void clear() {
    warnings.clear();
  }
}
