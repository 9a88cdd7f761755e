package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.model.LambdaRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ApiName;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * The settings of one call, from the override configuration of its request.
 *
 * @param timeouts the timeouts of the request, or else of the client
 * @param credentials the credentials of this call; null to use the client's credentials
 * @param headers more headers to send
 * @param queryParameters more query parameters to send
 * @param userAgentSuffix appended to the user agent; empty for none
 */
record RequestSettings(
    Timeouts timeouts,
    @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials,
    Map<String, List<String>> headers,
    Map<String, List<String>> queryParameters,
    String userAgentSuffix) {

  private static final String SDK_CODES = "sdk-metrics";

  /** Returns the settings of a request that overrides nothing. */
  static RequestSettings defaults(Timeouts clientTimeouts) {
    return new RequestSettings(clientTimeouts, null, Map.of(), Map.of(), "");
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
        override.rawQueryParameters(),
        userAgentSuffix(override.apiNames()));
  }

  /**
   * Returns the names in the AWS SDK's form. Its own names, which its paginators add, are codes in
   * a common entry.
   */
  private static String userAgentSuffix(List<ApiName> names) {
    List<String> entries = new ArrayList<>();
    String codes =
        names.stream()
            .filter(name -> SDK_CODES.equals(name.name()))
            .map(ApiName::version)
            .collect(Collectors.joining(","));
    if (!codes.isEmpty()) {
      entries.add("m/" + codes);
    }
    names.stream()
        .filter(name -> !SDK_CODES.equals(name.name()))
        .forEach(name -> entries.add(name.name() + "/" + name.version()));
    return String.join(" ", entries);
  }

  UnsignedRequest applyTo(UnsignedRequest request) {
    UnsignedRequest named =
        userAgentSuffix.isEmpty() ? request : request.withUserAgentSuffix(userAgentSuffix);
    return headers.isEmpty() && queryParameters.isEmpty()
        ? named
        : named.with(headers, queryParameters);
  }
}
