package io.github.lambdaesm.internal.auth;

import java.time.Instant;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A request that is ready to be sent.
 *
 * @param signedAt the time in the signature
 */
public record SignedRequest(SdkHttpRequest http, Instant signedAt) {}
