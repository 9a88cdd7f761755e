/** What Lambda rejects: the constraints of the API's model, and the rules for each event source. */
@NullMarked
package io.github.lambdaesm.testing.internal.rules;

import org.jspecify.annotations.NullMarked;
