package io.github.lambdaesm.internal.auth;

import java.time.Instant;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A request that can be sent.
 *
 * @param signedAt the time that its signature names
 */
public record SignedRequest(SdkHttpRequest http, Instant signedAt) {}
