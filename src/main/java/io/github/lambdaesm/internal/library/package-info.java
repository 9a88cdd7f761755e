/** Checks the versions of the libraries that this client depends on. */
@NullMarked
package io.github.lambdaesm.internal.library;

import org.jspecify.annotations.NullMarked;
