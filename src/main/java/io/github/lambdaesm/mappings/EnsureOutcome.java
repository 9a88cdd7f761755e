package io.github.lambdaesm.mappings;

/**
 * Tells what an ensure or apply call did.
 *
 * <p>If another caller creates the mapping first, or its replacement, the outcome tells what was
 * done to that mapping: {@link #UNCHANGED} or {@link #UPDATED}, or {@link #REPLACED} if it differs
 * in a member that is fixed at creation.
 */
public enum EnsureOutcome {
  /** There was no mapping, and one was created. */
  CREATED,
  /** The mapping or its tags were changed. */
  UPDATED,
  /** The mapping was as desired already. */
  UNCHANGED,
  /** The mapping was deleted and created again. */
  REPLACED
}
