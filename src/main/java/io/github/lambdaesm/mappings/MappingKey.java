package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingDescription;

/** What identifies a mapping: its event source, its function with the qualifier, its topic. */
final class MappingKey {
  private final CreateEventSourceMappingRequest desired;

  private MappingKey(CreateEventSourceMappingRequest desired) {
    this.desired = desired;
  }

  static MappingKey of(CreateEventSourceMappingRequest desired) {
    return new MappingKey(desired);
  }

  /** Returns whether a mapping has this key. */
  boolean matches(EventSourceMappingDescription mapping) {
    throw new UnsupportedOperationException("not built yet " + desired + mapping);
  }
}
