/** The fake Lambda endpoint in tests of JUnit 5. */
@NullMarked
package io.github.lambdaesm.testing.junit;

import org.jspecify.annotations.NullMarked;
