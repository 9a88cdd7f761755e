package io.github.lambdaesm.mappings;

/** What a call for many mappings did with one of them. */
public enum BulkOutcome {
  /** There was no mapping, and one was created. */
  CREATED,
  /** The mapping or its tags were changed. */
  UPDATED,
  /** The mapping was deleted and created again. */
  REPLACED,
  /** Planned: there is no mapping, and the plan creates one. */
  TO_CREATE,
  /** Planned: the plan changes the mapping or its tags. */
  TO_UPDATE,
  /** The mapping must be deleted and created again, and no {@link ReplacePolicy} allows it. */
  REPLACE_REQUIRED,
  /** The mapping was paused. */
  PAUSED,
  /** The mapping was resumed. */
  RESUMED,
  /** The deletion of the mapping was started. */
  DELETED,
  /** The mapping has settled: it is enabled or disabled. */
  SETTLED,
  /** The mapping was as wanted. No call changed it. */
  UNCHANGED,
  /** The mapping was left alone; {@link BulkItem#reason} says why. */
  SKIPPED,
  /** The mapping no longer exists, or never did. */
  GONE,
  /** There was an error; {@link BulkItem#exception} is that error. */
  FAILED
}
