/** The exchange of one HTTP request for one response. All that knows Apache HttpClient is here. */
@NullMarked
package io.github.lambdaesm.internal.http;

import org.jspecify.annotations.NullMarked;
