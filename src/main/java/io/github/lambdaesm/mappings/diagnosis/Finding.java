package io.github.lambdaesm.mappings.diagnosis;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.model.Evidence;
import java.io.Serializable;

/**
 * A fact about a mapping that helps to understand its {@link Diagnosis}.
 *
 * @param code the stable code, for example {@code filter-not-decryptable}
 * @param sentence what was found; without a period at the end
 * @param remedy what to do about it; without a period at the end
 * @param evidence how this is known
 */
public record Finding(String code, String sentence, String remedy, Evidence evidence)
    implements Serializable {

  /** Creates a finding. */
  public Finding {
    requireNonNull(code, "code is null");
    requireNonNull(sentence, "sentence is null");
    requireNonNull(remedy, "remedy is null");
    requireNonNull(evidence, "evidence is null");
  }

  /** Returns one human-readable line: what was found, the remedy, the code and the evidence. */
  @Override
  public String toString() {
    return "%s: %s. [%s, %s]".formatted(sentence, remedy, code, evidence);
  }
}
