/** Resolves credentials and signs attempts, correcting clock skew. */
@NullMarked
package io.github.lambdaesm.internal.auth;

import org.jspecify.annotations.NullMarked;
