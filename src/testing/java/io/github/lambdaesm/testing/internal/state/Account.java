package io.github.lambdaesm.testing.internal.state;

import java.util.regex.Pattern;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The account and the Region that the fake plays. */
public record Account(String region, String id) {
  private static final Pattern PLAIN_REGION =
      Pattern.compile("(us|eu|ap|sa|ca|me|af|il|mx)-(?!gov-|iso)\\w+-\\d+");

  /** The ARN of a function that is named in any of the ways of the API. */
  public String functionArn(String functionName) {
    return FunctionArn.resolve(functionName, region, id);
  }

  public String mappingArn(String uuid) {
    return "arn:%s:lambda:%s:%s:event-source-mapping:%s"
        .formatted(partition(region), region, id, uuid);
  }

  /** Loading what the AWS SDK knows of regions takes a while, and most tests play a plain one. */
  static String partition(String region) {
    return PLAIN_REGION.matcher(region).matches()
        ? "aws"
        : PartitionMetadata.of(Region.of(region)).id();
  }
}
