package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.LambdaException;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of findings that do not follow from the texts of a mapping's state.
 *
 * @param verdict the verdict on an enabled mapping that has it and no other problem; {@link
 *     DiagnosisVerdict#FAILING} also if the texts of the mapping are unknown; null if the verdict
 *     does not change
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

  /** The placeholder in a sentence for the error with which the mapping could not be read. */
  static final String ERROR = "{error}";

  Finding finding(DiagnosisFacts facts) {
    String actions = PrintedText.of(String.join(", ", facts.missingRoleActions()));
    LambdaException error = facts.readError();
    String words =
        sentence
            .replace(ACTIONS, actions)
            .replace(ERROR, error == null ? "" : PrintedText.of(error));
    return new Finding(code, words, remedy, evidence);
  }
}
