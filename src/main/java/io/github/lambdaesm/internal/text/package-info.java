/** Text for messages. */
@NullMarked
package io.github.lambdaesm.internal.text;

import org.jspecify.annotations.NullMarked;
