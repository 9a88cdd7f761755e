/** Where a request goes, and for which Region it is signed. */
@NullMarked
package io.github.lambdaesm.internal.endpoint;

import org.jspecify.annotations.NullMarked;
