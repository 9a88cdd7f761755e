package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.mapping.RelatedRequests;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * Plans or ensures many mappings with as few lists as possible.
 *
 * <p>Desired mappings with different override configurations may belong to different accounts, so
 * each group with the same one is listed separately. Used for one call.
 *
 * @param <R> the type of the result of one mapping
 */
final class BulkDeployment<R> {
  private final PacedClient client;
  private final List<CreateEventSourceMappingRequest> desired;
  private final DesiredIndex index;
  private final BulkItems<R> items;
  private final Deadline deadline;

  BulkDeployment(
      PacedClient client,
      List<CreateEventSourceMappingRequest> desired,
      BulkItems<R> items,
      Deadline deadline) {
    this.client = client;
    this.desired = desired;
    this.index = new DesiredIndex(desired);
    this.items = items;
    this.deadline = deadline;
  }

  BulkResult<R> run() {
    Map<Optional<AwsRequestOverrideConfiguration>, List<Integer>> groups = new LinkedHashMap<>();
    for (int position : items.pending()) {
      groups
          .computeIfAbsent(
              Optional.ofNullable(RelatedRequests.settings(desired.get(position))),
              settings -> new ArrayList<>())
          .add(position);
    }
    groups.forEach(
        (settings, positions) ->
            new BulkLookup<>(
                    new MappingLists(client, settings.orElse(null), deadline),
                    desired,
                    index,
                    items,
                    positions)
                .run());
    return items.toResult();
  }
}
