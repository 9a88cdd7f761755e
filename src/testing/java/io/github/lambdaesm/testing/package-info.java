/**
 * The test kit: a Lambda endpoint that runs inside a test, for code that manages event source
 * mappings.
 */
@NullMarked
package io.github.lambdaesm.testing;

import org.jspecify.annotations.NullMarked;
