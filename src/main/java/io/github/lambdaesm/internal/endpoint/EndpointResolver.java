package io.github.lambdaesm.internal.endpoint;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.PartitionEndpointKey;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

/** Resolves the Region and the endpoint when they are first needed, and caches them. */
public final class EndpointResolver {
  private static final Pattern HOST_LABEL =
      Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?");

  private final AwsRegionProvider regions;
  private final EndpointSettings settings;
  private volatile @Nullable Region region;
  private volatile @Nullable Endpoint endpoint;

  public EndpointResolver(AwsRegionProvider regions, EndpointSettings settings) {
    this.regions = regions;
    this.settings = settings;
  }

  /**
   * Returns the endpoint.
   *
   * @throws SdkClientException if no Region is set, or the settings lead to no valid endpoint
   */
  public Endpoint resolve() {
    Endpoint resolved = endpoint;
    if (resolved == null) {
      Region resolvedRegion = region();
      resolved = new Endpoint(uri(resolvedRegion), resolvedRegion);
      endpoint = resolved;
    }
    return resolved;
  }

  /**
   * Returns the Region.
   *
   * @throws SdkClientException if none is set
   */
  public Region region() {
    Region resolved = region;
    if (resolved == null) {
      resolved = findRegion();
      region = resolved;
    }
    return resolved;
  }

  /** Returns the endpoint that overrides the service's own, if one is set. */
  public Optional<URI> override() {
    return settings.findOverride();
  }

  private Region findRegion() {
    try {
      return regions.getRegion();
    } catch (RuntimeException e) {
      throw SdkClientException.create(
          "No Region is set. Looked, in this order, at the client's region(...), the system property"
              + " aws.region, the environment variable AWS_REGION, the region of the profile in the"
              + " AWS configuration files, and the EC2 instance metadata. Set one of them.",
          e);
    }
  }

  private URI uri(Region region) {
    List<EndpointTag> tags = settings.tags();
    Optional<URI> override = settings.findOverride();
    return override.isPresent() ? requirePlain(override.get(), tags) : serviceUri(region, tags);
  }

  private static URI requirePlain(URI override, List<EndpointTag> tags) {
    if (!tags.isEmpty()) {
      throw SdkClientException.create(
          "The endpoint %s cannot be combined with %s, which only AWS's own endpoints offer. Remove one of the two settings."
              .formatted(override, tags));
    }
    return override;
  }

  private static URI serviceUri(Region region, List<EndpointTag> tags) {
    if (!HOST_LABEL.matcher(region.id()).matches()) {
      throw SdkClientException.create(
          "The Region \"%s\" cannot be part of a host name; use one such as \"eu-west-1\"."
              .formatted(region.id()));
    }
    PartitionMetadata partition = partition(region);
    PartitionEndpointKey key = PartitionEndpointKey.builder().tags(tags).build();
    String suffix = partition.dnsSuffix(key);
    String hostname = partition.hostname(key);
    if (suffix == null || hostname == null) {
      throw SdkClientException.create(
          "The partition %s of the Region %s has no endpoints that are %s."
              .formatted(partition.id(), region.id(), tags));
    }
    return URI.create(
        "https://"
            + hostname
                .replace("{service}", Endpoint.SERVICE_NAME)
                .replace("{region}", region.id())
                .replace("{dnsSuffix}", suffix));
  }

  /** The AWS SDK matches Regions by a pattern, which "aws-cn-global" does not match. */
  private static PartitionMetadata partition(Region region) {
    return region.isGlobalRegion()
        ? RegionMetadata.of(region).partition()
        : PartitionMetadata.of(region);
  }
}
