/** From a request to an unsigned HTTP request, and from an HTTP response to a value or an error. */
@NullMarked
package io.github.lambdaesm.internal.protocol;

import org.jspecify.annotations.NullMarked;
