/** Encodes requests as unsigned HTTP requests, and decodes HTTP responses to values and errors. */
@NullMarked
package io.github.lambdaesm.internal.protocol;

import org.jspecify.annotations.NullMarked;
