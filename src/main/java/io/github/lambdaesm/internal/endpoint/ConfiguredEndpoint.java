package io.github.lambdaesm.internal.endpoint;

import io.github.lambdaesm.internal.settings.Setting;
import io.github.lambdaesm.internal.settings.Surroundings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The endpoint that the surroundings set: system properties, environment, profile, in this order.
 */
final class ConfiguredEndpoint {
  private static final String ENDPOINT_URL = "endpoint_url";
  private static final String LAMBDA_ENDPOINT_URL = "lambda.endpoint_url";

  private final Surroundings surroundings;

  ConfiguredEndpoint(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The endpoint, unless none is set or the surroundings say that it is to be ignored.
   *
   * @throws SdkClientException if it cannot be called, or it is not clear whether to ignore it
   */
  Optional<URI> find() {
    if (isIgnored()) {
      return Optional.empty();
    }
    Setting endpoint =
        first(
            surroundings.property("aws.endpointUrlLambda"),
            surroundings.property("aws.endpointUrl"),
            surroundings.variable("AWS_ENDPOINT_URL_LAMBDA"),
            surroundings.variable("AWS_ENDPOINT_URL"),
            services(),
            surroundings.profileProperty(LAMBDA_ENDPOINT_URL),
            surroundings.profileProperty(ENDPOINT_URL));
    return endpoint == null ? Optional.empty() : Optional.of(uri(endpoint));
  }

  private boolean isIgnored() {
    Setting ignore =
        surroundings.find(
            "aws.ignoreConfiguredEndpointUrls",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "ignore_configured_endpoint_urls");
    return ignore != null && ignore.isTrue();
  }

  /** In the section of the profile file that the profile names for the endpoints of services. */
  private @Nullable Setting services() {
    Setting services = surroundings.profileProperty("services");
    return services == null
        ? null
        : surroundings.sectionProperty("services", services.value(), LAMBDA_ENDPOINT_URL);
  }

  private static @Nullable Setting first(@Nullable Setting... candidates) {
    for (Setting candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return null;
  }

  private static URI uri(Setting endpoint) {
    try {
      return EndpointUri.require(new URI(endpoint.value()), endpoint.source());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw SdkClientException.create("The endpoint cannot be called: " + e.getMessage(), e);
    }
  }
}
