package io.github.lambdaesm.mappings;

/** What happened. Later versions may add types. */
public enum EnsureEventType {
  /**
   * Lambda cannot use the execution role of the function yet. Sent for the first such error of a
   * request only.
   */
  ROLE_NOT_READY,
  /** A change of the mapping is in progress and must complete first. Sent once for each wait. */
  WAITING,
  /** A mapping with the same event source and function exists already, and is used. */
  CONFLICT_ADOPTED,
  /** The mapping was created. */
  CREATED,
  /** The mapping was updated. */
  UPDATED,
  /** The deletion of the mapping has begun. */
  DELETED,
  /** Tags of the mapping were set or removed. */
  TAGS_CHANGED
}
