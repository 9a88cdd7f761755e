package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The result of ensuring a mapping or applying a plan.
 *
 * @param outcome what was done
 * @param before the mapping before; null if there was none
 * @param after the mapping after, as the last response described it. Unless {@link
 *     EnsureOptions.Builder#awaitSettled} was set, its last change may still be in progress
 * @param plan the plan that was carried out
 */
public record EnsureResult(
    EnsureOutcome outcome,
    @Nullable EventSourceMappingConfiguration before,
    EventSourceMappingConfiguration after,
    Plan plan) {}
