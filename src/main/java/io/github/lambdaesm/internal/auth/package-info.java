/** Credentials, the clock, and the signature of one attempt. */
@NullMarked
package io.github.lambdaesm.internal.auth;

import org.jspecify.annotations.NullMarked;
