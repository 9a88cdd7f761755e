package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.validation.MappingRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a desired mapping with the actual one. Makes no call. */
final class Planner {
  private final MappingRules rules;

  Planner(MappingRules rules) {
    this.rules = rules;
  }

  /**
   * Plans.
   *
   * @param actual the settled mapping, read by a get where a list would hide something; null if
   *     there is none
   * @param tags the tags of the mapping; null if they were not read because none are desired
   */
  Plan plan(
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      @Nullable EventSourceMappingConfiguration actual,
      @Nullable Map<String, String> tags) {
    throw new UnsupportedOperationException("not built yet " + rules);
  }
}
