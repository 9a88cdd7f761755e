/** The account that the fake plays: its mappings, functions, queues and keys, and its clock. */
@NullMarked
package io.github.lambdaesm.testing.internal.state;

import org.jspecify.annotations.NullMarked;
