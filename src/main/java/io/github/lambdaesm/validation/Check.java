package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.Violation;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds out whether, and where, a request breaks a rule. */
interface Check {
  /** Passes what breaks a rule to a consumer. */
  void run(MappingView view, ApplicableRule applicable, Consumer<Violation> found);

  /** Returns a check that finds the first member of the rule if a condition holds. */
  static Check when(Predicate<MappingView> broken) {
    return (view, applicable, found) -> {
      if (broken.test(view)) {
        MappingRule rule = applicable.rule();
        String member = rule.members().get(0).toString();
        found.accept(applicable.violation(member, rule.sentence().of(view)));
      }
    };
  }

  /** Returns a check that finds each member of the rule that the request contains. */
  static Check eachContainedMember() {
    return (view, applicable, found) -> {
      MappingRule rule = applicable.rule();
      for (MemberPath member : rule.members()) {
        if (view.contains(member)) {
          String message = member + " " + rule.sentence().of(view);
          found.accept(applicable.violation(member.toString(), message));
        }
      }
    };
  }
}
