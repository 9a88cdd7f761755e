/** Creates a mapping without losing or doubling it, though the service has no idempotency token. */
@NullMarked
package io.github.lambdaesm.internal.create;

import org.jspecify.annotations.NullMarked;
