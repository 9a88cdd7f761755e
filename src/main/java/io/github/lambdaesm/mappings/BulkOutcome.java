package io.github.lambdaesm.mappings;

/** What a call for many mappings did with one of them. */
public enum BulkOutcome {
  /** There was no mapping, and one was created. */
  CREATED,
  /** The mapping or its tags were changed. */
  UPDATED,
  /** The mapping was deleted and created again. */
  REPLACED,
  /** There is no mapping, and the plan creates one. */
  TO_CREATE,
  /** The plan changes the mapping or its tags. */
  TO_UPDATE,
  /**
   * The mapping must be deleted and created again: a plan that says so, or a call that did nothing
   * because no {@link ReplacePolicy} allows it.
   */
  REPLACE_REQUIRED,
  /** The mapping was paused. */
  PAUSED,
  /** The mapping was resumed. */
  RESUMED,
  /** The deletion of the mapping was started. */
  DELETED,
  /** The mapping has settled: it is enabled or disabled. */
  SETTLED,
  /** The mapping was as wanted already, so no request changed it. */
  UNCHANGED,
  /** The mapping was not changed; {@link BulkItem#reason} says why. */
  SKIPPED,
  /** The mapping no longer exists, or never did. */
  GONE,
  /** An error occurred; {@link BulkItem#exception} returns it. */
  FAILED
}
