/**
 * For tests that stub Lambda with WireMock: a line for each stub, and a matcher that looks at the
 * signature. WireMock itself is the user's own, be it {@code wiremock} or {@code
 * wiremock-standalone}.
 */
@NullMarked
package io.github.lambdaesm.testing.wiremock;

import org.jspecify.annotations.NullMarked;
