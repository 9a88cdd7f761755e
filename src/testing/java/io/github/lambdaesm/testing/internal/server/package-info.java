/** The HTTP server of the fake. It can reset, truncate, delay or withhold responses. */
@NullMarked
package io.github.lambdaesm.testing.internal.server;

import org.jspecify.annotations.NullMarked;
