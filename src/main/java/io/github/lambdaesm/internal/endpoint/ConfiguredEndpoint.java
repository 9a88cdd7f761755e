package io.github.lambdaesm.internal.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The endpoint that the surroundings set: system properties, environment, profile, in this order.
 */
final class ConfiguredEndpoint {
  private static final String ENDPOINT_URL = "endpoint_url";

  private final Profile profile;
  private final Function<String, @Nullable String> environment;

  ConfiguredEndpoint(Profile profile, Function<String, @Nullable String> environment) {
    this.profile = profile;
    this.environment = environment;
  }

  /**
   * The endpoint, unless none is set or the surroundings say that it is to be ignored.
   *
   * @throws SdkClientException if it cannot be called
   */
  Optional<URI> find() {
    return isIgnored()
        ? Optional.empty()
        : Stream.<Setting>of(
                property("aws.endpointUrlLambda"),
                property("aws.endpointUrl"),
                variable("AWS_ENDPOINT_URL_LAMBDA"),
                variable("AWS_ENDPOINT_URL"),
                new Setting("lambda.endpoint_url of the profile's services", services()),
                new Setting("endpoint_url of the profile", profile.property(ENDPOINT_URL)))
            .filter(setting -> setting.value().isPresent())
            .findFirst()
            .map(Setting::uri);
  }

  private boolean isIgnored() {
    return Stream.of(
            property("aws.ignoreConfiguredEndpointUrls"),
            variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"),
            new Setting("profile", profile.property("ignore_configured_endpoint_urls")))
        .flatMap(setting -> setting.value().stream())
        .findFirst()
        .map(Boolean::parseBoolean)
        .orElse(false);
  }

  private static Setting property(String name) {
    return new Setting(
        "the system property " + name, Optional.ofNullable(System.getProperty(name)));
  }

  private Setting variable(String name) {
    return new Setting(
        "the environment variable " + name, Optional.ofNullable(environment.apply(name)));
  }

  private Optional<String> services() {
    ProfileFile file = profile.file().get();
    return profile
        .property("services")
        .flatMap(name -> file.getSection("services", name))
        .flatMap(section -> section.property("lambda." + ENDPOINT_URL));
  }

  /** A blank value counts as none. */
  private record Setting(String source, Optional<String> value) {
    Setting {
      value = value.map(String::trim).filter(text -> !text.isEmpty());
    }

    URI uri() {
      try {
        return EndpointUri.require(new URI(value.orElseThrow()), source);
      } catch (URISyntaxException | IllegalArgumentException e) {
        throw SdkClientException.create("The endpoint cannot be called: " + e.getMessage(), e);
      }
    }
  }
}
