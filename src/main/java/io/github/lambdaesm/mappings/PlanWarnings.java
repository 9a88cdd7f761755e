package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.mappings.diagnosis.Diagnosis;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what a user should know about a plan in addition to its changes. */
final class PlanWarnings {
  private PlanWarnings() {}

  static List<String> of(
      EventSourceMappingConfiguration actual, Map<MemberComparison, ChangeKind> differences) {
    List<String> warnings = new ArrayList<>();
    if (actual.filterCriteriaError() != null) {
      warnings.add(
          "Lambda cannot read the filters of the mapping, so they are unknown ("
              + PrintedText.of(actual.filterCriteriaError().errorCode())
              + "); allow Lambda to use the KMS key");
    }
    differences.forEach(
        (member, kind) -> {
          String path = member.rule().path();
          if (kind == ChangeKind.CANNOT_BE_CLEARED) {
            warnings.add(notCleared(member.rule()));
          } else if (kind == ChangeKind.SET && path.equals(AccessConfigurations.MEMBER)) {
            addVirtualHost(member, warnings);
          } else if (path.equals("Enabled") && Boolean.TRUE.equals(member.target())) {
            addDisabledByLambda(actual, warnings);
          }
        });
    return warnings;
  }

  /** Returns the warnings of desired tags that cannot be set. */
  static List<String> of(TagChanges tags) {
    return tags.ignored().stream()
        .map(
            key ->
                "The tag %s is not set, because only AWS can set tags whose keys start with aws:"
                    .formatted(PrintedText.of(key)))
        .toList();
  }

  private static String notCleared(MemberRule rule) {
    return "%s cannot be cleared: %s; %s"
        .formatted(
            rule.path(),
            lowerFirst(rule.notClearedBecause()),
            rule.isReplacedToClear()
                ? "replace the mapping, or set the value explicitly"
                : "set the value explicitly");
  }

  private static void addVirtualHost(MemberComparison member, List<String> warnings) {
    if (!AccessConfigurations.virtualHosts(member.target()).isEmpty()) {
      warnings.add(
          "An update of SourceAccessConfigurations cannot contain the VIRTUAL_HOST, and AWS does"
              + " not document whether the mapping keeps it; plan again after the update");
    }
  }

  private static void addDisabledByLambda(
      EventSourceMappingConfiguration actual, List<String> warnings) {
    String reason = actual.stateTransitionReason();
    if (actual.stateAsEnum() == EventSourceMappingState.DISABLED
        && reason != null
        && !Diagnosis.isChangedByUser(actual)) {
      warnings.add(
          ("Lambda disabled the mapping (StateTransitionReason %s, LastProcessingResult %s);"
                  + " enabling it hides the cause and does not remove it")
              .formatted(PrintedText.of(reason), PrintedText.of(actual.lastProcessingResult())));
    }
  }

  private static String lowerFirst(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
