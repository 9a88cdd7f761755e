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
    EnsureEventType type,
    CreateEventSourceMappingRequest desired,
    @Nullable String uuid,
    String message) {}
