/** One API call: attempts under one deadline, retries, timeouts, and what is thrown in the end. */
@NullMarked
package io.github.lambdaesm.internal.call;

import org.jspecify.annotations.NullMarked;
