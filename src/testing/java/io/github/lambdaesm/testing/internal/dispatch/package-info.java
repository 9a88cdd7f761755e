/** From a request to its operation, and to the response that Lambda would give. */
@NullMarked
package io.github.lambdaesm.testing.internal.dispatch;

import org.jspecify.annotations.NullMarked;
