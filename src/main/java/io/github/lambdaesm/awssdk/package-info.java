/**
 * Uses this client together with the AWS SDK's own client for Lambda. Needs the AWS SDK's module
 * {@code software.amazon.awssdk:lambda}.
 */
@NullMarked
package io.github.lambdaesm.awssdk;

import org.jspecify.annotations.NullMarked;
