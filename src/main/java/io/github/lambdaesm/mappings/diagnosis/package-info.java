/** Diagnoses of event source mappings: whether a mapping works and, if not, why. */
@NullMarked
package io.github.lambdaesm.mappings.diagnosis;

import org.jspecify.annotations.NullMarked;
