/**
 * What travels between a client and Lambda: the requests that a fake received, and Lambda's errors.
 */
@NullMarked
package io.github.lambdaesm.testing.exchange;

import org.jspecify.annotations.NullMarked;
