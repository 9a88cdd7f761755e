/**
 * Deploys, diagnoses and operates event source mappings, one or many at once. Start with {@link
 * io.github.lambdaesm.mappings.EventSourceMappings}.
 */
@NullMarked
package io.github.lambdaesm.mappings;

import org.jspecify.annotations.NullMarked;
