/** What all loops over pages need. */
@NullMarked
package io.github.lambdaesm.internal.paging;

import org.jspecify.annotations.NullMarked;
