package example;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ResourceConflictException;
import java.util.List;

/** Lets queues trigger functions. */
public final class Triggers {
  private final LambdaClient lambda;

  public Triggers(LambdaClient lambda) {
    this.lambda = lambda;
  }

  /** Whether there was none before. */
  public boolean connect(String queueArn, String function) {
    try {
      String uuid =
          lambda
              .createEventSourceMapping(
                  request -> request.functionName(function).eventSourceArn(queueArn))
              .uuid();
      lambda.waiter().waitUntilEventSourceMappingEnabled(request -> request.uuid(uuid));
      return true;
    } catch (ResourceConflictException e) {
      return false;
    }
  }

  /** The queues that trigger a function. */
  public List<String> queues(String function) {
    return lambda
        .listEventSourceMappingsPaginator(request -> request.functionName(function))
        .eventSourceMappings()
        .stream()
        .map(EventSourceMappingConfiguration::eventSourceArn)
        .toList();
  }
}
