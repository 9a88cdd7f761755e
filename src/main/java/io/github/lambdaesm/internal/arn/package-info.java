/** ARNs, and references to functions. */
@NullMarked
package io.github.lambdaesm.internal.arn;

import org.jspecify.annotations.NullMarked;
