/**
 * Builds, checks and tries filter patterns of event source mappings. Start with {@link
 * io.github.lambdaesm.filter.FilterPattern} or {@link io.github.lambdaesm.filter.FilterTester}.
 */
@NullMarked
package io.github.lambdaesm.filter;

import org.jspecify.annotations.NullMarked;
