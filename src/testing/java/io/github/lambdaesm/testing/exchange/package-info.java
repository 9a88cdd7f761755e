/** Received requests and error responses, as they are on the wire. */
@NullMarked
package io.github.lambdaesm.testing.exchange;

import org.jspecify.annotations.NullMarked;
