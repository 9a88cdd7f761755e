/** The state of the fake: its account with mappings, functions, queues and keys, and its clock. */
@NullMarked
package io.github.lambdaesm.testing.internal.state;

import org.jspecify.annotations.NullMarked;
