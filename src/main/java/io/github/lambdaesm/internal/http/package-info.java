/** Sends HTTP requests. Only this package uses Apache HttpClient. */
@NullMarked
package io.github.lambdaesm.internal.http;

import org.jspecify.annotations.NullMarked;
