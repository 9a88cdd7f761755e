/**
 * Executes API calls: attempts under one deadline, retries, timeouts, and client-side exceptions.
 */
@NullMarked
package io.github.lambdaesm.internal.call;

import org.jspecify.annotations.NullMarked;
