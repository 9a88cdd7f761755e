/** The libraries that this client is built on, and which versions of them it works with. */
@NullMarked
package io.github.lambdaesm.internal.library;

import org.jspecify.annotations.NullMarked;
