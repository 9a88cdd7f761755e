package io.github.lambdaesm.examples;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import java.util.Optional;

/**
 * Enables and disables the trigger of a function by a queue, as a deployment tool does. {@code
 * QueueTriggerTest} shows how to test it.
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

  /** Creates the mapping, or enables the existing one, and returns its UUID. */
  public String enable() {
    String uuid = createOrFind();
    if ("Disabled".equals(awaitSettled(uuid).state())) {
      lambda.updateEventSourceMapping(request -> request.uuid(uuid).enabled(true));
      lambda.waiter().waitUntilEventSourceMappingEnabled(request -> request.uuid(uuid));
    }
    return uuid;
  }

  /** Disables the mapping if it exists. The mapping keeps its settings. */
  public void disable() {
    find().ifPresent(this::disable);
  }

  private void disable(String uuid) {
    if ("Enabled".equals(awaitSettled(uuid).state())) {
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

  /** Waits until no change is in progress, because Lambda rejects an update until then. */
  private GetEventSourceMappingResponse awaitSettled(String uuid) {
    return lambda
        .waiter()
        .waitUntilEventSourceMappingSettled(request -> request.uuid(uuid))
        .matched()
        .response()
        .orElseThrow();
  }
}
