/**
 * A client for AWS Lambda event source mappings. Start with {@link
 * io.github.lambdaesm.LambdaClient}.
 */
@NullMarked
package io.github.lambdaesm;

import org.jspecify.annotations.NullMarked;
