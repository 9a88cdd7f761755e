package io.github.lambdaesm.mappings;

/** What ensuring a mapping or applying a plan did. */
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
