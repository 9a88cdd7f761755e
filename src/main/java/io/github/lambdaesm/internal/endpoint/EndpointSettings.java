package io.github.lambdaesm.internal.endpoint;

import io.github.lambdaesm.internal.settings.AwsSettings;
import io.github.lambdaesm.internal.settings.ResolvedSetting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.EndpointTag;

/**
 * The settings of the endpoint. Those that are null are looked up outside the code.
 *
 * @param override the endpoint to use instead of the service's own
 * @param fips whether to use an endpoint with FIPS 140 validated cryptography
 * @param dualstack whether to use an endpoint that also has IPv6 addresses
 * @param awsSettings where to look up the settings that are null
 */
public record EndpointSettings(
    @Nullable URI override,
    @Nullable Boolean fips,
    @Nullable Boolean dualstack,
    AwsSettings awsSettings) {

  /** Returns settings with this endpoint, whatever else is set. */
  public EndpointSettings at(URI endpoint) {
    return new EndpointSettings(endpoint, false, false, awsSettings);
  }

  Optional<URI> findOverride() {
    return override != null ? Optional.of(override) : new ConfiguredEndpoint(awsSettings).find();
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
    return is(fips, "aws.useFipsEndpoint", "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
  }

  private boolean isDualstack() {
    return is(
        dualstack,
        "aws.useDualstackEndpoint",
        "AWS_USE_DUALSTACK_ENDPOINT",
        "use_dualstack_endpoint");
  }

  private boolean is(
      @Nullable Boolean given, String property, String variable, String profileProperty) {
    if (given != null) {
      return given;
    }
    ResolvedSetting setting = awsSettings.find(property, variable, profileProperty);
    return setting != null && setting.isTrue();
  }
}
