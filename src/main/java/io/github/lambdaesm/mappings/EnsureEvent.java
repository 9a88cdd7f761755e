package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import org.jspecify.annotations.Nullable;

/**
 * An event while a mapping is planned or ensured, or a plan applied.
 *
 * @param type what happened
 * @param desired the desired mapping
 * @param uuid the UUID of the mapping; null if it has none yet
 * @param message what happened, in one sentence
 */
public record EnsureEvent(
    EnsureEventType type,
    CreateEventSourceMappingRequest desired,
    @Nullable String uuid,
    String message) {

  /** Returns the type and the message in one line, without the desired mapping. */
  @Override
  public String toString() {
    return type + ": " + PrintedText.escaped(message);
  }
}
