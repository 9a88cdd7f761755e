/**
 * Builds and checks filter patterns of event source mappings. Start with {@link
 * io.github.lambdaesm.filter.FilterPattern}.
 */
@NullMarked
package io.github.lambdaesm.filter;

import org.jspecify.annotations.NullMarked;
