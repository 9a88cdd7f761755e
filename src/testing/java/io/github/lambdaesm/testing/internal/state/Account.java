package io.github.lambdaesm.testing.internal.state;

import java.util.regex.Pattern;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The account and the Region of the fake. */
public record Account(String region, String id) {
  private static final Pattern COMMERCIAL_REGION =
      Pattern.compile("(us|eu|ap|sa|ca|me|af|il|mx)-(?!gov-|iso)\\w+-\\d+");

  /** Returns the ARN of a function that is given by name, partial ARN or ARN. */
  public String functionArn(String functionName) {
    return FunctionArn.resolve(functionName, region, id);
  }

  public String mappingArn(String uuid) {
    return "arn:%s:lambda:%s:%s:event-source-mapping:%s"
        .formatted(partition(region), region, id, uuid);
  }

  /**
   * Returns the partition of a Region. Avoids the AWS SDK's Region metadata for the commercial
   * Regions, which most tests use: loading it makes the first create in a JVM 14 % slower.
   */
  static String partition(String region) {
    return COMMERCIAL_REGION.matcher(region).matches()
        ? "aws"
        : PartitionMetadata.of(Region.of(region)).id();
  }
}
