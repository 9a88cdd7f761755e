package io.github.lambdaesm.internal.auth;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A request that can be sent.
 *
 * @param signedAt the time that its signature names
 */
public record SignedRequest(SdkHttpRequest http, Instant signedAt) {

  /** The session token among its headers, if it has one. */
  public Optional<String> sessionToken() {
    return http.firstMatchingHeader("X-Amz-Security-Token");
  }
}
