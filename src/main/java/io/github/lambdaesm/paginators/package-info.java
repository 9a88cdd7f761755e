/** Lists event source mappings over all pages. */
@NullMarked
package io.github.lambdaesm.paginators;

import org.jspecify.annotations.NullMarked;
