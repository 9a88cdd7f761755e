package io.github.lambdaesm.internal.endpoint;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

/** Finds the endpoint at the first call, and keeps it. */
public final class EndpointResolver {
  private static final Pattern HOST_LABEL =
      Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?");

  private final AwsRegionProvider regions;
  private final @Nullable URI override;
  private volatile @Nullable Endpoint endpoint;

  /**
   * @param override takes the place of the service's own endpoint
   */
  public EndpointResolver(AwsRegionProvider regions, @Nullable URI override) {
    this.regions = regions;
    this.override = override;
  }

  /**
   * The endpoint.
   *
   * @throws SdkClientException if no region is set anywhere
   */
  public Endpoint resolve() {
    Endpoint resolved = endpoint;
    if (resolved == null) {
      Region region = region();
      resolved = new Endpoint(override == null ? serviceUri(region) : override, region);
      endpoint = resolved;
    }
    return resolved;
  }

  private Region region() {
    try {
      return regions.getRegion();
    } catch (SdkClientException e) {
      throw SdkClientException.create(
          "No region is set. Looked, in this order, at the client's region(...), the system property"
              + " aws.region, the environment variable AWS_REGION, the region of the profile in the"
              + " AWS configuration files, and the EC2 instance metadata. Set one of them.",
          e);
    }
  }

  private static URI serviceUri(Region region) {
    if (!HOST_LABEL.matcher(region.id()).matches()) {
      throw SdkClientException.create(
          "The region \"%s\" cannot be part of a host name; use one such as \"eu-west-1\"."
              .formatted(region.id()));
    }
    return URI.create("https://lambda." + region.id() + "." + partition(region).dnsSuffix());
  }

  /** The SDK finds it by the pattern of a region's name, which "aws-cn-global" does not match. */
  private static PartitionMetadata partition(Region region) {
    return region.isGlobalRegion()
        ? RegionMetadata.of(region).partition()
        : PartitionMetadata.of(region);
  }
}
