/** Routes requests to operations and returns the responses that Lambda would send. */
@NullMarked
package io.github.lambdaesm.testing.internal.dispatch;

import org.jspecify.annotations.NullMarked;
