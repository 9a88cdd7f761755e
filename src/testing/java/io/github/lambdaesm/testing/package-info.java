/**
 * For tests of code that manages event source mappings: a Lambda endpoint inside the test, which
 * behaves as the service does.
 */
@NullMarked
package io.github.lambdaesm.testing;

import org.jspecify.annotations.NullMarked;
