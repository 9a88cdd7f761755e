package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds what a user should know about a plan, besides its changes. */
final class PlanWarnings {
  /** What Lambda reports as the reason if a user changed the state. Compared in lower case. */
  private static final Set<String> BY_USER =
      Set.of("user_initiated", "user action", "user initiated");

  private PlanWarnings() {}

  static List<String> of(
      EventSourceMappingConfiguration actual, Map<MemberComparison, ChangeKind> differences) {
    List<String> warnings = new ArrayList<>();
    if (actual.filterCriteriaError() != null) {
      warnings.add(
          "Lambda cannot read the filters of the mapping, so they are unknown ("
              + PrintedText.of(String.valueOf(actual.filterCriteriaError().errorCode()))
              + "); allow Lambda to use the KMS key");
    }
    differences.forEach(
        (member, kind) -> {
          String path = member.rule().path();
          if (kind == ChangeKind.CANNOT_BE_CLEARED) {
            warnings.add(path + " stays as it is: " + lowerFirst(member.rule().notClearedBecause()));
          } else if (kind == ChangeKind.SET && path.equals(AccessConfigurations.MEMBER)) {
            addVirtualHost(member, warnings);
          } else if (path.equals("Enabled") && Boolean.TRUE.equals(member.target())) {
            addDisabledByLambda(actual, warnings);
          }
        });
    return warnings;
  }

  private static void addVirtualHost(MemberComparison member, List<String> warnings) {
    if (!AccessConfigurations.virtualHosts(member.target()).isEmpty()) {
      warnings.add(
          "An update of SourceAccessConfigurations cannot contain the VIRTUAL_HOST, and AWS does not"
              + " document whether the mapping keeps it; plan again after the update");
    }
  }

  private static void addDisabledByLambda(
      EventSourceMappingConfiguration actual, List<String> warnings) {
    String reason = actual.stateTransitionReason();
    if (actual.stateAsEnum() == EventSourceMappingState.DISABLED
        && reason != null
        && !BY_USER.contains(reason.toLowerCase(Locale.ROOT))) {
      warnings.add(
          "Lambda disabled the mapping (StateTransitionReason %s, LastProcessingResult %s); enabling it does not remove the cause and hides it"
              .formatted(
                  PrintedText.of(reason),
                  PrintedText.of(String.valueOf(actual.lastProcessingResult()))));
    }
  }

  private static String lowerFirst(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
