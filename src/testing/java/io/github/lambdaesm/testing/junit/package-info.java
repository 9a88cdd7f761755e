/** A JUnit 5 extension that runs a fake Lambda endpoint around tests. */
@NullMarked
package io.github.lambdaesm.testing.junit;

import org.jspecify.annotations.NullMarked;
