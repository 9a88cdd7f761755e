/**
 * Builds filter patterns, checks them, and tries filters on events without a call to AWS. Start
 * with {@link io.github.lambdaesm.filter.FilterTester}.
 */
@NullMarked
package io.github.lambdaesm.filter;

import org.jspecify.annotations.NullMarked;
