package io.github.lambdaesm.mappings;

/** What a plan does. */
public enum PlanAction {
  /** Creates a mapping. */
  CREATE,
  /** Updates the mapping, or its tags, or both. */
  UPDATE,
  /** Nothing without a {@link ReplacePolicy}: the mapping must be deleted and created again. */
  REPLACE_REQUIRED,
  /** Nothing: the mapping is as desired. */
  NONE
}
