/**
 * Lambda stubs and a signature matcher for WireMock. Add the dependency on {@code wiremock} or
 * {@code wiremock-standalone} yourself.
 */
@NullMarked
package io.github.lambdaesm.testing.wiremock;

import org.jspecify.annotations.NullMarked;
