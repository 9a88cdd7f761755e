/**
 * What several packages need to know of mappings: defaults, sets of event sources, settings of
 * requests.
 */
@NullMarked
package io.github.lambdaesm.internal.mapping;

import org.jspecify.annotations.NullMarked;
