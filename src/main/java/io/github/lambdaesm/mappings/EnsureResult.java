package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The result of ensuring a mapping.
 *
 * @param outcome what was done
 * @param before the mapping before; null if there was none
 * @param after the mapping after
 * @param plan what was planned
 */
public record EnsureResult(
    EnsureOutcome outcome,
    @Nullable EventSourceMappingConfiguration before,
    EventSourceMappingConfiguration after,
    Plan plan) {}
