package io.github.lambdaesm.mappings.diagnosis;

import static io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict.DISABLED_BY_LAMBDA;
import static io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict.FAILING;
import static io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict.PAUSED_BY_USER;
import static io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict.UNKNOWN;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses a mapping by its texts, in this order: the state, the reason of its last transition,
 * the last processing result, then the table of {@link FindingRules}.
 */
final class Judgement {
  private static final Duration LONGEST_TRANSITION = Duration.ofMinutes(10);

  private final EventSourceMappingConfiguration mapping;
  private final DiagnosisFacts facts;
  private final Instant now;
  private final EventSource source;
  private final @Nullable Cause reason;
  private final Cause result;

  Judgement(EventSourceMappingConfiguration mapping, DiagnosisFacts facts, Instant now) {
    this.mapping = mapping;
    this.facts = facts;
    this.now = now;
    source = EventSource.of(mapping);
    reason = reason();
    result = result();
  }

  Diagnosis diagnosis() {
    Cause cause = cause();
    List<Finding> findings = new ArrayList<>();
    addProblem(reason, cause, findings);
    addProblem(result, cause, findings);
    for (FindingRule rule : FindingRules.ROWS) {
      if (!rule.applies().test(mapping, facts)) {
        continue;
      }
      if (rule.verdict() == null || !isOverridden(cause, rule.verdict())) {
        findings.add(rule.finding(facts));
        continue;
      }
      if (cause.is(UNKNOWN)) {
        findings.add(cause.finding());
      }
      cause = new Cause(rule.verdict(), rule.finding(facts));
    }
    return new Diagnosis(mapping.uuid(), mapping, cause, findings);
  }

  /** A fact that breaks a mapping outweighs an unknown text. */
  private boolean isOverridden(Cause cause, DiagnosisVerdict byRule) {
    return cause.isWithoutProblem()
        || (byRule == FAILING && cause.is(UNKNOWN) && is(EventSourceMappingState.ENABLED));
  }

  /** Adds a problem that a text reports, unless the verdict is based on it. */
  private static void addProblem(@Nullable Cause text, Cause main, List<Finding> findings) {
    if (text != null && text.is(FAILING) && !text.finding().equals(main.finding())) {
      findings.add(text.finding());
    }
  }

  private Cause cause() {
    String state = TextMember.STATE.of(mapping);
    if (state == null) {
      return GeneralCauses.NO_STATE;
    }
    if (is(EventSourceMappingState.ENABLED)) {
      return enabled();
    }
    if (is(EventSourceMappingState.DISABLED)) {
      return disabled();
    }
    KnownText known = KnownTexts.find(TextMember.STATE, state);
    if (known == null) {
      return GeneralCauses.UNKNOWN_STATE;
    }
    return isOverdue() ? GeneralCauses.STUCK : known.cause(source);
  }

  private boolean is(EventSourceMappingState state) {
    return TextMember.STATE.is(state.toString(), mapping);
  }

  private boolean isOverdue() {
    Instant changed = mapping.lastModified();
    return changed != null && Duration.between(changed, now).compareTo(LONGEST_TRANSITION) > 0;
  }

  private Cause enabled() {
    if (reason != null && reason.is(FAILING)) {
      return reason;
    }
    boolean hasUnknownReason = reason != null && reason.is(UNKNOWN);
    return hasUnknownReason && result.isWithoutProblem() ? GeneralCauses.UNKNOWN_REASON : result;
  }

  private Cause disabled() {
    if (reason == null) {
      return GeneralCauses.DISABLED_WITHOUT_REASON;
    }
    if (reason.is(PAUSED_BY_USER)) {
      return reason;
    }
    if (reason.is(FAILING)) {
      return reason.as(DISABLED_BY_LAMBDA);
    }
    if (result.is(FAILING)) {
      return result.as(DISABLED_BY_LAMBDA);
    }
    return reason.is(UNKNOWN) ? GeneralCauses.DISABLED_FOR_UNKNOWN_REASON : reason;
  }

  private @Nullable Cause reason() {
    String text = TextMember.STATE_TRANSITION_REASON.of(mapping);
    if (text == null) {
      return null;
    }
    KnownText known = KnownTexts.find(TextMember.STATE_TRANSITION_REASON, text);
    return known == null ? GeneralCauses.UNKNOWN_REASON : known.cause(source);
  }

  private Cause result() {
    String text = TextMember.LAST_PROCESSING_RESULT.of(mapping);
    if (text == null) {
      return source.isSqs() ? GeneralCauses.NO_RESULT_OF_QUEUE : GeneralCauses.NO_RESULT;
    }
    KnownText known = KnownTexts.find(TextMember.LAST_PROCESSING_RESULT, text);
    if (known != null) {
      return known.cause(source);
    }
    return TextMatch.PREFIX.matches(text, KnownTexts.PROBLEM)
        ? GeneralCauses.UNKNOWN_PROBLEM
        : GeneralCauses.UNKNOWN_RESULT;
  }
}
