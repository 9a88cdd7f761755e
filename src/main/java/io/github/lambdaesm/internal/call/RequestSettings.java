package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.model.LambdaRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * The settings of one call, from the override configuration of its request.
 *
 * @param timeouts the timeouts of the request, or else of the client
 * @param credentials the credentials of this call; null to use the client's credentials
 * @param headers more headers to send
 * @param queryParameters more query parameters to send
 */
record RequestSettings(
    Timeouts timeouts,
    @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials,
    Map<String, List<String>> headers,
    Map<String, List<String>> queryParameters) {

  /** Returns the settings of a request that overrides nothing. */
  static RequestSettings defaults(Timeouts clientTimeouts) {
    return new RequestSettings(clientTimeouts, null, Map.of(), Map.of());
  }

  /**
   * Returns the settings of a request.
   *
   * @throws IllegalArgumentException if the request has unsupported settings
   */
  static RequestSettings of(LambdaRequest request, RequestSettings defaults) {
    return request.overrideConfiguration().map(defaults::overriddenBy).orElse(defaults);
  }

  private RequestSettings overriddenBy(AwsRequestOverrideConfiguration override) {
    OverrideConfigurations.requireSupported(override);
    return new RequestSettings(
        new Timeouts(
            override.apiCallTimeout().orElse(timeouts.call()),
            override.apiCallAttemptTimeout().orElse(timeouts.attempt())),
        override.credentialsIdentityProvider().orElse(null),
        override.headers(),
        override.rawQueryParameters());
  }

  UnsignedRequest applyTo(UnsignedRequest request) {
    return headers.isEmpty() && queryParameters.isEmpty()
        ? request
        : request.with(headers, queryParameters);
  }
}
