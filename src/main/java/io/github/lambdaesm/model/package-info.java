/** Contains the requests, responses, structures, enums and exceptions of the Lambda API. */
@NullMarked
package io.github.lambdaesm.model;

import org.jspecify.annotations.NullMarked;
