package io.github.lambdaesm.internal.endpoint;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.endpoint.DualstackEnabledProvider;
import software.amazon.awssdk.awscore.endpoint.FipsEnabledProvider;
import software.amazon.awssdk.regions.EndpointTag;

/**
 * What a user says of the endpoint; what is null is looked for in the surroundings.
 *
 * @param override takes the place of the service's own endpoint
 * @param fips whether the endpoint must be one with validated cryptography
 * @param dualstack whether the endpoint must have IPv6 addresses too
 * @param environment gives the value of an environment variable, or null
 */
public record EndpointSettings(
    @Nullable URI override,
    @Nullable Boolean fips,
    @Nullable Boolean dualstack,
    Profile profile,
    Function<String, @Nullable String> environment) {

  Optional<URI> findOverride() {
    return override != null
        ? Optional.of(override)
        : new ConfiguredEndpoint(profile, environment).find();
  }

  List<EndpointTag> tags() {
    List<EndpointTag> tags = new ArrayList<>();
    if (isDualstack()) {
      tags.add(EndpointTag.DUALSTACK);
    }
    if (isFips()) {
      tags.add(EndpointTag.FIPS);
    }
    return tags;
  }

  private boolean isFips() {
    return fips != null
        ? fips
        : FipsEnabledProvider.builder()
            .profileFile(profile.file())
            .profileName(profile.name())
            .build()
            .isFipsEnabled()
            .orElse(false);
  }

  private boolean isDualstack() {
    return dualstack != null
        ? dualstack
        : DualstackEnabledProvider.builder()
            .profileFile(profile.file())
            .profileName(profile.name())
            .build()
            .isDualstackEnabled()
            .orElse(false);
  }
}
