package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingState;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Evidence.Basis;
import io.github.lambdaesm.model.ScalingConfig;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

/** The table of findings that do not follow from a mapping's texts. To add a finding, add a row. */
final class FindingRules {
  /** The longest timeout of a function that Kafka, MQ and DocumentDB support. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(14);

  /** The rejection of a deployment that cdk-preflight recorded. */
  private static final Evidence CONCURRENCY_REJECTED = Evidence.recorded(LocalDate.of(2026, 9, 7));

  /** The rejection in issue 5383 of github-aws-runners/terraform-aws-github-runner. */
  private static final Evidence VISIBILITY_REJECTED = Evidence.recorded(LocalDate.of(2026, 9, 7));

  static final List<FindingRule> ROWS =
      List.of(
          breaking(
              "function-deleted",
              "The function does not exist; the mapping remains",
              "Delete the mapping, or update it with another FunctionName",
              Basis.OBSERVED,
              (mapping, facts) -> facts.lacksFunction()),
          breaking(
              "event-source-deleted",
              "The event source does not exist; the mapping remains, enabled or disabled",
              "Delete the mapping, or create the event source again and then update the mapping"
                  + " with Enabled set to true",
              Basis.REPORTED,
              (mapping, facts) -> facts.lacksEventSource()),
          breaking(
              "role-lacks-permissions",
              "The execution role lacks " + FindingRule.ACTIONS,
              "Allow the actions, then update the mapping with Enabled set to true if it is"
                  + " disabled",
              Basis.DOCUMENTED,
              (mapping, facts) -> !facts.missingRoleActions().isEmpty()),
          breaking(
              "reserved-concurrency-zero",
              "The reserved concurrency of the function is 0, so it cannot be invoked",
              "Raise the reserved concurrency, or remove the reservation",
              Basis.DOCUMENTED,
              (mapping, facts) -> facts.reservesNoConcurrency()),
          new FindingRule(
              "reserved-concurrency-below-maximum",
              "The reserved concurrency of the function is below the mapping's MaximumConcurrency",
              "Reserve more concurrency, or lower MaximumConcurrency",
              CONCURRENCY_REJECTED,
              null,
              FindingRules::reservesTooLittle),
          new FindingRule(
              "visibility-timeout-too-short",
              "The visibility timeout of the queue is shorter than the timeout of the function",
              "Raise it, preferably to six times the function's timeout, plus the batching window",
              VISIBILITY_REJECTED,
              null,
              (mapping, facts) ->
                  EventSource.of(mapping).isSqs() && facts.hasVisibilityBelowTimeout()),
          hint(
              "function-timeout-too-long",
              "The timeout of the function is longer than the 14 minutes that this event source"
                  + " supports",
              "Lower it to 14 minutes",
              Basis.DOCUMENTED,
              (mapping, facts) -> isPushed(mapping) && facts.hasTimeoutAbove(LONGEST_TIMEOUT)),
          hint(
              "event-source-recreated",
              "The event source is newer than the last change of the mapping, so it was probably"
                  + " deleted and recreated; the mapping may not read the new one",
              "Update the mapping with Enabled set to true; if it still reads nothing, recreate it",
              Basis.REPORTED,
              (mapping, facts) -> facts.hasEventSourceNewerThan(mapping.lastModified())),
          hint(
              "role-changed",
              "The execution role has changed, after which Lambda can disable a mapping",
              "Restore its permissions, then enable the mapping",
              Basis.REPORTED,
              (mapping, facts) -> facts.hasChangedRole() && isDisabled(mapping)),
          hint(
              "change-stream-events-expired",
              "Lambda disables a mapping of a DocumentDB cluster if the events of the change stream"
                  + " expire before it reads them",
              "Extend the retention of the change stream, and create the mapping again with a"
                  + " starting position",
              Basis.DOCUMENTED,
              (mapping, facts) ->
                  EventSource.of(mapping) == EventSource.DOCUMENTDB && isDisabledByLambda(mapping)),
          new FindingRule(
              "filter-not-decryptable",
              "The filter criteria cannot be decrypted, so it is unknown whether the mapping works;"
                  + " Lambda may lack access to the KMS key, or only the caller of this library;"
                  + " see FilterCriteriaError",
              "Allow lambda.amazonaws.com the action kms:Decrypt in the policy of the KMS key, with"
                  + " the ARN of the mapping as aws:SourceArn, and allow it to whoever calls"
                  + " GetEventSourceMapping",
              Evidence.of(Basis.DOCUMENTED),
              DiagnosisVerdict.UNKNOWN,
              (mapping, facts) -> mapping.filterCriteriaError() != null),
          new FindingRule(
              "filter-not-read",
              "GetEventSourceMapping failed ("
                  + FindingRule.ERROR
                  + "), so it is unknown whether the filter criteria can be decrypted and the"
                  + " mapping works",
              "Check that whoever calls this library is allowed lambda:GetEventSourceMapping, then"
                  + " repeat the call",
              Evidence.of(Basis.OBSERVED),
              DiagnosisVerdict.UNKNOWN,
              (mapping, facts) -> facts.readError() != null));

  private FindingRules() {}

  private static FindingRule breaking(
      String code,
      String sentence,
      String remedy,
      Basis basis,
      BiPredicate<EventSourceMappingConfiguration, DiagnosisFacts> applies) {
    return new FindingRule(
        code, sentence, remedy, Evidence.of(basis), DiagnosisVerdict.FAILING, applies);
  }

  private static FindingRule hint(
      String code,
      String sentence,
      String remedy,
      Basis basis,
      BiPredicate<EventSourceMappingConfiguration, DiagnosisFacts> applies) {
    return new FindingRule(code, sentence, remedy, Evidence.of(basis), null, applies);
  }

  private static boolean reservesTooLittle(
      EventSourceMappingConfiguration mapping, DiagnosisFacts facts) {
    ScalingConfig scaling = mapping.scalingConfig();
    return scaling != null && facts.reservesLessThan(scaling.maximumConcurrency());
  }

  private static boolean isPushed(EventSourceMappingConfiguration mapping) {
    return Diagnosis.LAGGING_SOURCES.contains(EventSource.of(mapping));
  }

  private static boolean isDisabled(EventSourceMappingConfiguration mapping) {
    return TextMember.STATE.is(EventSourceMappingState.DISABLED.toString(), mapping);
  }

  private static boolean isDisabledByLambda(EventSourceMappingConfiguration mapping) {
    String reason = TextMember.STATE_TRANSITION_REASON.of(mapping);
    return isDisabled(mapping) && reason != null && !KnownTexts.isByUser(reason);
  }
}
