package io.github.lambdaesm.programs;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ScalingConfig;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse;

/**
 * Deploys a mapping from a queue to a function: creates it the first time, and updates its settings
 * after that.
 *
 * <p>Arguments: the endpoint, the function, the ARN of the queue, the batch size.
 */
public final class DeployQueueTrigger {
  private static final String PAID_ORDERS = "{\"body\":{\"status\":[\"paid\"]}}";

  private final LambdaClient lambda;
  private final PrintStream out;

  private DeployQueueTrigger(LambdaClient lambda, PrintStream out) {
    this.lambda = lambda;
    this.out = out;
  }

  public static void main(String[] args) {
    run(System.out, args);
  }

  public static void run(PrintStream out, String... args) {
    try (LambdaClient lambda =
        LambdaClient.builder()
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("deploy", "secret")))
            .endpointOverride(URI.create(args[0]))
            .build()) {
      new DeployQueueTrigger(lambda, out).deploy(args[1], args[2], Integer.valueOf(args[3]));
    }
  }

  private void deploy(String function, String queueArn, Integer batchSize) {
    try {
      List<EventSourceMappingConfiguration> triggers = triggers(function, queueArn);
      if (triggers.isEmpty()) {
        create(function, queueArn, batchSize);
      } else {
        bringUpToDate(triggers.get(0), batchSize);
      }
    } catch (InvalidParameterValueException e) {
      out.println("Wrong setting (" + e.type() + "): " + e.awsErrorDetails().errorMessage());
    } catch (LambdaException e) {
      out.println("The deployment failed: " + e.getMessage());
    }
  }

  private List<EventSourceMappingConfiguration> triggers(String function, String queueArn) {
    ListEventSourceMappingsRequest request =
        ListEventSourceMappingsRequest.builder()
            .functionName(function)
            .eventSourceArn(queueArn)
            .build();
    return lambda.listEventSourceMappings(request).eventSourceMappings();
  }

  private void create(String function, String queueArn, Integer batchSize) {
    CreateEventSourceMappingResponse trigger =
        lambda.createEventSourceMapping(
            CreateEventSourceMappingRequest.builder()
                .functionName(function)
                .eventSourceArn(queueArn)
                .batchSize(batchSize)
                .maximumBatchingWindowInSeconds(5)
                .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
                .scalingConfig(ScalingConfig.builder().maximumConcurrency(10).build())
                .filterCriteria(
                    FilterCriteria.builder()
                        .filters(Filter.builder().pattern(PAID_ORDERS).build())
                        .build())
                .tags(Map.of("deployed-by", "pipeline"))
                .enabled(true)
                .build());
    out.println("Created trigger " + trigger.uuid());
    out.println("  ARN:         " + trigger.eventSourceMappingArn());
    out.println("  function:    " + trigger.functionArn());
    out.println("  state:       " + trigger.state() + ", " + trigger.stateTransitionReason());
    out.println("  modified:    " + trigger.lastModified());
    out.println("  batches of:  " + trigger.batchSize());
    out.println("  concurrency: " + trigger.scalingConfig().maximumConcurrency());
    trigger.filterCriteria().filters().forEach(f -> out.println("  filter:      " + f.pattern()));
  }

  private void bringUpToDate(EventSourceMappingConfiguration trigger, Integer batchSize) {
    if (Objects.equals(trigger.batchSize(), batchSize)) {
      out.println("Trigger " + trigger.uuid() + " is up to date.");
      return;
    }
    UpdateEventSourceMappingRequest request =
        UpdateEventSourceMappingRequest.builder().uuid(trigger.uuid()).batchSize(batchSize).build();
    if (!trigger.hasFunctionResponseTypes()) {
      request =
          request.toBuilder()
              .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
              .build();
    }
    UpdateEventSourceMappingResponse updated = lambda.updateEventSourceMapping(request);
    out.printf(
        "Trigger %s: batches of %d instead of %d, reports %s.%n",
        updated.uuid(), updated.batchSize(), trigger.batchSize(), updated.functionResponseTypes());
  }
}
