package io.github.lambdaesm.examples;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import java.util.Optional;

/**
 * Lets a queue trigger a function, or no longer: a small service such as a deploy tool has. {@code
 * QueueTriggerTest} shows how it is tested.
 */
public final class QueueTrigger {
  private final LambdaClient lambda;
  private final String function;
  private final String queueArn;

  public QueueTrigger(LambdaClient lambda, String function, String queueArn) {
    this.lambda = lambda;
    this.function = function;
    this.queueArn = queueArn;
  }

  /** Makes sure that there is an enabled mapping, and gives its UUID. */
  public String switchOn() {
    String uuid = createOrFind();
    if ("Disabled".equals(settled(uuid).state())) {
      lambda.updateEventSourceMapping(request -> request.uuid(uuid).enabled(true));
      lambda.waiter().waitUntilEventSourceMappingEnabled(request -> request.uuid(uuid));
    }
    return uuid;
  }

  /** Makes sure that no mapping is enabled; one that there is stays, with its settings. */
  public void switchOff() {
    find().ifPresent(this::disable);
  }

  private void disable(String uuid) {
    if ("Enabled".equals(settled(uuid).state())) {
      lambda.updateEventSourceMapping(request -> request.uuid(uuid).enabled(false));
      lambda.waiter().waitUntilEventSourceMappingDisabled(request -> request.uuid(uuid));
    }
  }

  private String createOrFind() {
    try {
      return lambda
          .createEventSourceMapping(
              request -> request.functionName(function).eventSourceArn(queueArn))
          .uuid();
    } catch (ResourceConflictException e) {
      return find().orElseThrow(() -> e);
    }
  }

  private Optional<String> find() {
    return lambda
        .listEventSourceMappingsPaginator(
            request -> request.functionName(function).eventSourceArn(queueArn))
        .eventSourceMappings()
        .stream()
        .map(EventSourceMappingConfiguration::uuid)
        .findFirst();
  }

  /** A mapping that is under way takes no update. */
  private GetEventSourceMappingResponse settled(String uuid) {
    return lambda
        .waiter()
        .waitUntilEventSourceMappingSettled(request -> request.uuid(uuid))
        .matched()
        .response()
        .orElseThrow();
  }
}
