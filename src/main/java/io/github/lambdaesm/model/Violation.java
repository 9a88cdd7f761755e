package io.github.lambdaesm.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A mistake that was found in a request or a filter pattern without a call to AWS.
 *
 * @param id the stable ID of the rule, for example {@code esm-sqs-batch-window}
 * @param severity whether Lambda rejects the request
 * @param member the path of the member in the request's JSON, for example {@code
 *     ScalingConfig.MaximumConcurrency}
 * @param message what is wrong, with the value; without a period at the end
 * @param remedy what to do about it; without a period at the end
 * @param evidence how this is known
 */
public record Violation(
    String id, Severity severity, String member, String message, String remedy, Evidence evidence)
    implements Serializable {

  /** Creates a violation. */
  public Violation {
    requireNonNull(id, "id is null");
    requireNonNull(severity, "severity is null");
    requireNonNull(member, "member is null");
    requireNonNull(message, "message is null");
    requireNonNull(remedy, "remedy is null");
    requireNonNull(evidence, "evidence is null");
  }

  /** Returns whether Lambda rejects the request. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Returns one human-readable line: what is wrong, the remedy, the ID and the evidence. */
  @Override
  public String toString() {
    return "%s: %s. [%s, %s]".formatted(message, remedy, id, evidence);
  }
}
