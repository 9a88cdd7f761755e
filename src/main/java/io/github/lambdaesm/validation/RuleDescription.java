package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Severity;
import java.util.List;
import java.util.Map;

/**
 * Describes a rule of {@link MappingRules}. A rule whose evidence differs from case to case has
 * several descriptions with the same ID.
 *
 * @param id the stable ID, for example {@code esm-sqs-batch-window}
 * @param operations {@code create}, {@code update}, or both, separated by a comma
 * @param members the paths of the members that the rule is about
 * @param sentence what is wrong with a request that breaks the rule
 * @param remedy what to do about it
 * @param evidence how it is known, for each type of event source that the rule applies to
 */
public record RuleDescription(
    String id,
    String operations,
    List<String> members,
    String sentence,
    String remedy,
    Map<EventSource, Evidence> evidence) {

  /**
   * Returns the severity of a violation.
   *
   * @throws IllegalArgumentException if the rule does not apply to this type of event source
   */
  public Severity severity(EventSource source) {
    Evidence known = evidence.get(source);
    if (known == null) {
      throw new IllegalArgumentException(id + " does not apply to " + source.phrase());
    }
    return ApplicableRule.severity(known);
  }
}
