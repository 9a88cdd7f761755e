/**
 * Deploys and operates event source mappings over any {@link io.github.lambdaesm.LambdaClient}:
 * plans, ensures, diagnoses, pauses and resumes them, one or many at once.
 */
@NullMarked
package io.github.lambdaesm.mappings;

import org.jspecify.annotations.NullMarked;
