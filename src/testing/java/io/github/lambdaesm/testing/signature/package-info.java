/** Checks of AWS signatures, for servers that a test runs itself. */
@NullMarked
package io.github.lambdaesm.testing.signature;

import org.jspecify.annotations.NullMarked;
