/** Lists that are longer than one page. */
@NullMarked
package io.github.lambdaesm.paginators;

import org.jspecify.annotations.NullMarked;
