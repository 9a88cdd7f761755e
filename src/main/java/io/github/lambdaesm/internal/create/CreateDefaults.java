package io.github.lambdaesm.internal.create;

import io.github.lambdaesm.internal.mapping.MappingDefaults;
import io.github.lambdaesm.internal.shape.ServiceDefaults;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import org.jspecify.annotations.Nullable;

/**
 * The values that Lambda fills in when it handles a request. Any other value was set explicitly.
 */
final class CreateDefaults implements ServiceDefaults {
  private static final String POLLERS = "ProvisionedPollerConfig.";
  private static final String CONSUMER_GROUP = "KafkaEventSourceConfig.ConsumerGroupId";

  private final EventSource source;
  private final boolean provisioned;
  private final @Nullable String uuid;

  /**
   * @param uuid the mapping's UUID, which is the default consumer group ID
   */
  CreateDefaults(CreateEventSourceMappingRequest request, @Nullable String uuid) {
    this.source = EventSource.of(request);
    this.provisioned = request.provisionedPollerConfig() != null;
    this.uuid = uuid;
  }

  @Override
  public boolean includes(String path, Object value) {
    if (path.endsWith(CONSUMER_GROUP)) {
      return value.equals(uuid);
    }
    return (provisioned || !path.startsWith(POLLERS))
        && value.equals(MappingDefaults.of(path, source));
  }
}
