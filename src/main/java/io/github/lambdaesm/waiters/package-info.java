/**
 * Waits until an event source mapping reaches a state. Start with {@link
 * io.github.lambdaesm.LambdaClient#waiter()}.
 */
@NullMarked
package io.github.lambdaesm.waiters;

import org.jspecify.annotations.NullMarked;
