package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened while a mapping was ensured or a plan was made or applied.
 *
 * @param type what happened
 * @param desired the desired mapping
 * @param uuid the UUID of the mapping; null if it has none yet
 * @param message what happened, in one sentence for a person
 */
public record EnsureEvent(
    Type type, CreateEventSourceMappingRequest desired, @Nullable String uuid, String message) {

  /** What happened. Later versions may add types. */
  public enum Type {
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
}
