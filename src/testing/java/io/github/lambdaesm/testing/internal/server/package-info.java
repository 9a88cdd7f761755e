/** The HTTP server of the fake, and how a response is delivered. */
@NullMarked
package io.github.lambdaesm.testing.internal.server;

import org.jspecify.annotations.NullMarked;
