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
        found.accept(applicable.violation(view, applicable.rule().members().get(0)));
      }
    };
  }

  /** Returns a check that finds each member of the rule that the request contains. */
  static Check eachContainedMember() {
    return (view, applicable, found) -> {
      for (MemberPath member : applicable.rule().members()) {
        if (view.contains(member)) {
          found.accept(applicable.violation(view, member));
        }
      }
    };
  }
}
