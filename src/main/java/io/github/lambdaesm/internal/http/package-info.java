/** Sends HTTP requests. The code that works with Apache HttpClient is confined to this package. */
@NullMarked
package io.github.lambdaesm.internal.http;

import org.jspecify.annotations.NullMarked;
