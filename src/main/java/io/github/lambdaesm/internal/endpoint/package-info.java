/** Where a request goes, and for which region it is signed. */
@NullMarked
package io.github.lambdaesm.internal.endpoint;

import org.jspecify.annotations.NullMarked;
