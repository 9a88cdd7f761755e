package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects what the lints find in one or more patterns. */
final class Findings {
  private final List<Violation> violations = new ArrayList<>();
  private String member = "";

  /** Sets the member of the request that the following findings are about. */
  void at(String path) {
    member = path;
  }

  void add(Lint lint, String message) {
    add(lint, message, lint.remedy());
  }

  void add(Lint lint, String message, String remedy) {
    violations.add(
        new Violation(lint.id(), lint.severity(), member, message, remedy, lint.evidence()));
  }

  List<Violation> toList() {
    return List.copyOf(violations);
  }
}
