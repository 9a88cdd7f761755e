package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Severity;
import io.github.lambdaesm.model.Violation;

/**
 * A rule with the evidence for the event source of a request.
 *
 * @param triggers the members of a request of which one must be there, as bits
 */
record ApplicableRule(MappingRule rule, Evidence evidence, long triggers) {
  ApplicableRule(MappingRule rule, Evidence evidence) {
    this(rule, evidence, rule.triggers());
  }

  boolean isTriggeredBy(MappingView view) {
    return rule.always() || view.containsAny(triggers);
  }

  /** Returns a violation with the sentence of the rule. */
  Violation violation(MappingView view, MemberPath member) {
    return violation(member.toString(), rule.sentence().of(view, member));
  }

  Violation violation(String member, String message) {
    return new Violation(rule.id(), severity(evidence), member, message, rule.remedy(), evidence);
  }

  static Severity severity(Evidence evidence) {
    return evidence.basis().isRejection() ? Severity.ERROR : Severity.WARNING;
  }
}
