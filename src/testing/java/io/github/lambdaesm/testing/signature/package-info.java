/** Verifies AWS signatures, for tests with their own server. */
@NullMarked
package io.github.lambdaesm.testing.signature;

import org.jspecify.annotations.NullMarked;
