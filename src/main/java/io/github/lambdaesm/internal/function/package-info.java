/** Names and ARNs of functions. */
@NullMarked
package io.github.lambdaesm.internal.function;

import org.jspecify.annotations.NullMarked;
