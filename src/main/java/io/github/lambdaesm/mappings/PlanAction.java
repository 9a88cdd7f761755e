package io.github.lambdaesm.mappings;

/** The actions of a {@link Plan}. */
public enum PlanAction {
  /** Creates a mapping. */
  CREATE,
  /** Updates the mapping, or its tags, or both. */
  UPDATE,
  /**
   * Deletes the mapping and creates it again if a {@link ReplacePolicy} is set; otherwise applying
   * the plan fails.
   */
  REPLACE_REQUIRED,
  /** Does nothing, because the mapping is as desired. */
  NONE
}
