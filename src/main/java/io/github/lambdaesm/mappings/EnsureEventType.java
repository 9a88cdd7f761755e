package io.github.lambdaesm.mappings;

/** The types of {@link EnsureEvent}. Later versions may add types. */
public enum EnsureEventType {
  /**
   * Lambda cannot use the execution role of the function yet. Reported only for the first such
   * error of a call.
   */
  ROLE_NOT_READY,
  /** A change of the mapping is in progress and must complete first. Reported once per wait. */
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
