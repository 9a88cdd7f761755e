/** Validates requests: the constraints of the API's model and the rules of each event source. */
@NullMarked
package io.github.lambdaesm.testing.internal.rules;

import org.jspecify.annotations.NullMarked;
