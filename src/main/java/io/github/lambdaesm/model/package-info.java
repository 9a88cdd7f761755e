/** Requests, responses, their structures and enums, and the exceptions of the Lambda API. */
@NullMarked
package io.github.lambdaesm.model;

import org.jspecify.annotations.NullMarked;
