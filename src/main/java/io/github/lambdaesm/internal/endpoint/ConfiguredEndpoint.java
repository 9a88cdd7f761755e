package io.github.lambdaesm.internal.endpoint;

import io.github.lambdaesm.internal.settings.AwsSettings;
import io.github.lambdaesm.internal.settings.ResolvedSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The endpoint that is configured outside the code: system properties, environment, profile, in
 * this order.
 */
final class ConfiguredEndpoint {
  private static final String ENDPOINT_URL = "endpoint_url";
  private static final String LAMBDA_ENDPOINT_URL = "lambda.endpoint_url";

  private final AwsSettings awsSettings;

  ConfiguredEndpoint(AwsSettings awsSettings) {
    this.awsSettings = awsSettings;
  }

  /**
   * Returns the endpoint, or nothing if none is set or the settings say to ignore it.
   *
   * @throws SdkClientException if the endpoint is invalid, or the setting that ignores it is
   */
  Optional<URI> find() {
    if (isIgnored()) {
      return Optional.empty();
    }
    ResolvedSetting endpoint =
        first(
            awsSettings.property("aws.endpointUrlLambda"),
            awsSettings.property("aws.endpointUrl"),
            awsSettings.variable("AWS_ENDPOINT_URL_LAMBDA"),
            awsSettings.variable("AWS_ENDPOINT_URL"),
            services(),
            awsSettings.profileProperty(LAMBDA_ENDPOINT_URL),
            awsSettings.profileProperty(ENDPOINT_URL));
    return endpoint == null ? Optional.empty() : Optional.of(uri(endpoint));
  }

  private boolean isIgnored() {
    ResolvedSetting ignore =
        awsSettings.find(
            "aws.ignoreConfiguredEndpointUrls",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "ignore_configured_endpoint_urls");
    return ignore != null && ignore.isTrue();
  }

  /** Returns the endpoint in the {@code services} section that the profile refers to. */
  private @Nullable ResolvedSetting services() {
    ResolvedSetting services = awsSettings.profileProperty("services");
    return services == null
        ? null
        : awsSettings.sectionProperty("services", services.value(), LAMBDA_ENDPOINT_URL);
  }

  private static @Nullable ResolvedSetting first(@Nullable ResolvedSetting... candidates) {
    for (ResolvedSetting candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return null;
  }

  private static URI uri(ResolvedSetting endpoint) {
    try {
      return EndpointUri.require(new URI(endpoint.value()), endpoint.source());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw SdkClientException.create("The endpoint cannot be called: " + e.getMessage(), e);
    }
  }
}
