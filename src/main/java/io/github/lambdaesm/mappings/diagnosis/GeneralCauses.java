package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Evidence.Basis;
import java.util.List;

/** The causes of verdicts that do not follow from a known text; see {@link KnownTexts}. */
final class GeneralCauses {
  private static final String READ_RAW_TEXT =
      "Read the raw text, and check for a newer version of this library";

  static final Cause GONE =
      cause(
          DiagnosisVerdict.GONE,
          "gone",
          "There is no mapping with this UUID",
          "Check the UUID, the Region and the account; a mapping that was just created may not be"
              + " visible yet",
          Basis.OBSERVED);

  static final Cause STUCK =
      cause(
          DiagnosisVerdict.STUCK,
          "stuck",
          "A change of the mapping has been in progress for more than 10 minutes",
          "Wait, or delete the mapping and create it again; if that fails, contact AWS Support",
          Basis.UNKNOWN);

  static final Cause UNKNOWN_STATE =
      cause(
          DiagnosisVerdict.UNKNOWN,
          "unknown-state",
          "The mapping is in a state that this library does not know",
          READ_RAW_TEXT,
          Basis.UNKNOWN);

  static final Cause NO_STATE =
      cause(
          DiagnosisVerdict.UNKNOWN,
          "no-state",
          "The response does not contain the state of the mapping",
          "Check the client that returned it",
          Basis.UNKNOWN);

  static final Cause DISABLED_FOR_UNKNOWN_REASON =
      cause(
          DiagnosisVerdict.DISABLED_BY_LAMBDA,
          "disabled-for-unknown-reason",
          "The mapping is disabled, but not by a user, and this library does not know its"
              + " StateTransitionReason",
          "Read the raw text; check the execution role, the event source and the function, then"
              + " enable the mapping",
          Basis.UNKNOWN);

  static final Cause DISABLED_WITHOUT_REASON =
      cause(
          DiagnosisVerdict.UNKNOWN,
          "disabled-without-reason",
          "The mapping is disabled, and the response does not say why",
          "Look in AWS CloudTrail for an update of the mapping; if no user disabled it, check the"
              + " execution role, the event source and the function",
          Basis.UNKNOWN);

  static final Cause UNKNOWN_REASON =
      cause(
          DiagnosisVerdict.UNKNOWN,
          "unknown-reason",
          "The mapping is enabled, but this library does not know its StateTransitionReason",
          READ_RAW_TEXT,
          Basis.UNKNOWN);

  static final Cause UNKNOWN_PROBLEM =
      cause(
          DiagnosisVerdict.FAILING,
          "unknown-problem",
          "Lambda reports a problem that this library does not know",
          "Read the raw text; check the function's logs, the execution role and the event source",
          Basis.UNKNOWN);

  static final Cause UNKNOWN_RESULT =
      cause(
          DiagnosisVerdict.UNKNOWN,
          "unknown-result",
          "The last processing result is a text that this library does not know",
          READ_RAW_TEXT,
          Basis.UNKNOWN);

  static final Cause NO_RESULT_OF_QUEUE =
      cause(
          DiagnosisVerdict.NOT_OBSERVABLE,
          "no-result-for-sqs",
          "The mapping is enabled, but Lambda reports no result for SQS queues",
          "Set MetricsConfig to EventCount and look at the mapping's metrics in CloudWatch: if"
              + " PolledEventCount equals FilteredOutEventCount, the filter drops all messages; if"
              + " nothing is polled and the queue is encrypted, check that the execution role"
              + " allows kms:Decrypt",
          Basis.OBSERVED);

  static final Cause NO_RESULT =
      cause(
          DiagnosisVerdict.NOT_OBSERVABLE,
          "no-result",
          "The mapping is enabled, but the response contains no last processing result",
          "Look at the function's metrics and logs in CloudWatch",
          Basis.UNKNOWN);

  static final List<Cause> ALL =
      List.of(
          GONE,
          STUCK,
          UNKNOWN_STATE,
          NO_STATE,
          DISABLED_FOR_UNKNOWN_REASON,
          DISABLED_WITHOUT_REASON,
          UNKNOWN_REASON,
          UNKNOWN_PROBLEM,
          UNKNOWN_RESULT,
          NO_RESULT_OF_QUEUE,
          NO_RESULT);

  private GeneralCauses() {}

  private static Cause cause(
      DiagnosisVerdict verdict, String code, String sentence, String remedy, Basis basis) {
    return new Cause(verdict, new Finding(code, sentence, remedy, Evidence.of(basis)));
  }
}
