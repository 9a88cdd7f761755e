package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.Evidence;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of findings that do not follow from the texts of a mapping's state.
 *
 * @param verdict the verdict on an enabled mapping that has it and no other problem; null if the
 *     verdict does not change
 * @param applies whether a mapping, together with facts from outside, has it
 */
record FindingRule(
    String code,
    String sentence,
    String remedy,
    Evidence evidence,
    @Nullable DiagnosisVerdict verdict,
    BiPredicate<EventSourceMappingConfiguration, DiagnosisFacts> applies) {
  /** The placeholder in a sentence for the missing actions of the execution role. */
  static final String ACTIONS = "{actions}";

  Finding finding(DiagnosisFacts facts) {
    String actions = PrintedText.of(String.join(", ", facts.missingRoleActions()));
    return new Finding(code, sentence.replace(ACTIONS, actions), remedy, evidence);
  }
}
