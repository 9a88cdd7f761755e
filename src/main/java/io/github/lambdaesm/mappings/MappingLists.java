package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** Starts lists with the override configuration of desired mappings. */
final class MappingLists {
  private final PacedClient client;
  private final @Nullable AwsRequestOverrideConfiguration settings;
  private final Deadline deadline;

  MappingLists(
      PacedClient client, @Nullable AwsRequestOverrideConfiguration settings, Deadline deadline) {
    this.client = client;
    this.settings = settings;
    this.deadline = deadline;
  }

  /** Lists the mappings of a function, or all if it is null. */
  MappingPages of(@Nullable String functionName) {
    return new MappingPages(
        client,
        ListEventSourceMappingsRequest.builder()
            .functionName(functionName)
            .overrideConfiguration(settings)
            .build(),
        deadline);
  }
}
