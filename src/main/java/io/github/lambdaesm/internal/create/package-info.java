/** Creates mappings, and recovers creates whose response was lost. */
@NullMarked
package io.github.lambdaesm.internal.create;

import org.jspecify.annotations.NullMarked;
