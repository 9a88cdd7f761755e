/** Deadlines and the time source of a call, which a test can replace. */
@NullMarked
package io.github.lambdaesm.internal.time;

import org.jspecify.annotations.NullMarked;
