/** Facts about mappings that several packages need: defaults, and sets of event sources. */
@NullMarked
package io.github.lambdaesm.internal.mapping;

import org.jspecify.annotations.NullMarked;
