package io.github.lambdaesm.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Creates an event source mapping, and shows what was asked and what was answered. Without
 * arguments it talks to an endpoint inside this program; with {@code --aws} to your account.
 */
public final class Quickstart {
  private static final String QUEUE = "arn:aws:sqs:us-west-2:123456789012:my-queue";
  private static final String ANSWER =
      """
      {
        "BatchSize": 5,
        "EventSourceArn": "arn:aws:sqs:us-west-2:123456789012:my-queue",
        "FunctionArn": "arn:aws:lambda:us-west-2:123456789012:function:my-function",
        "LastModified": 1569284520.333,
        "State": "Creating",
        "StateTransitionReason": "USER_INITIATED",
        "UUID": "a1b2c3d4-5678-90ab-cdef-11111EXAMPLE"
      }
      """;

  private Quickstart() {}

  public static void main(String[] args) throws JsonProcessingException {
    int status = run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int run(String[] args) throws JsonProcessingException {
    if (args.length == 0) {
      try (EmbeddedEndpoint endpoint = EmbeddedEndpoint.answering(ANSWER);
          LambdaClient client = endpoint.client()) {
        System.out.println("Endpoint: " + endpoint.uri() + " (embedded in this program, not AWS)");
        return create(client, "my-function", QUEUE);
      }
    }
    if (args.length == 3 && args[0].equals("--aws")) {
      try (LambdaClient client = LambdaClient.create()) {
        System.out.println("Endpoint: AWS Lambda, in the region and account of your settings");
        return create(client, args[1], args[2]);
      }
    }
    System.err.println("Usage: Quickstart [--aws FUNCTION EVENT_SOURCE_ARN]");
    return 2;
  }

  private static int create(LambdaClient client, String function, String eventSourceArn)
      throws JsonProcessingException {
    CreateEventSourceMappingRequest request =
        CreateEventSourceMappingRequest.builder()
            .eventSourceArn(eventSourceArn)
            .functionName(function)
            .batchSize(5)
            .build();
    print("Request", request);
    try {
      CreateEventSourceMappingResponse response = client.createEventSourceMapping(request);
      System.out.println(
          "Outcome: mapping " + response.uuid() + " created, its state is " + response.state());
      print("Response", response);
      return 0;
    } catch (SdkException e) {
      System.out.println("Outcome: " + e.getClass().getSimpleName() + ": " + e.getMessage());
      return 1;
    }
  }

  private static void print(String label, Object model) throws JsonProcessingException {
    System.out.println(
        label
            + ": "
            + new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(model));
  }
}
