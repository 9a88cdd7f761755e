/** Checks filter patterns. */
@NullMarked
package io.github.lambdaesm.filter;

import org.jspecify.annotations.NullMarked;
