/** Checks requests for event source mappings against the rules of Lambda, without calling it. */
@NullMarked
package io.github.lambdaesm.validation;

import org.jspecify.annotations.NullMarked;
