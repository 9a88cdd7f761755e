/**
 * Waiting until a mapping is in the state that it should be in. Start with {@link
 * io.github.lambdaesm.LambdaClient#waiter()}.
 */
@NullMarked
package io.github.lambdaesm.waiters;

import org.jspecify.annotations.NullMarked;
