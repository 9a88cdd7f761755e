/** What is set outside the code. */
@NullMarked
package io.github.lambdaesm.internal.settings;

import org.jspecify.annotations.NullMarked;
