package io.github.lambdaesm.mappings;

/** Tells what a call did to ensure a mapping or apply a plan. */
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
