/** Time as the pipeline spends it; a test can take its place. */
@NullMarked
package io.github.lambdaesm.internal.time;

import org.jspecify.annotations.NullMarked;
