package io.github.lambdaesm.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.testing.FakeLambda;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Creates an event source mapping, shows what was asked and what was answered, and waits until the
 * mapping is enabled. Without arguments it talks to a {@link FakeLambda}; with {@code --aws} to
 * your account.
 */
public final class Quickstart {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";

  private Quickstart() {}

  public static void main(String[] args) throws JsonProcessingException {
    int status = run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int run(String[] args) throws JsonProcessingException {
    if (args.length == 0) {
      try (FakeLambda fake = FakeLambda.start()) {
        System.out.println(
            "Endpoint: " + fake.endpoint() + " (FakeLambda, inside this program; not AWS)");
        return createAndWait(fake.client(), "my-function", QUEUE);
      }
    }
    if (args.length == 3 && args[0].equals("--aws")) {
      try (LambdaClient client = LambdaClient.create()) {
        System.out.println("Endpoint: AWS Lambda, in the region and account of your settings");
        return createAndWait(client, args[1], args[2]);
      }
    }
    System.err.println("Usage: Quickstart [--aws FUNCTION EVENT_SOURCE_ARN]");
    return 2;
  }

  private static int createAndWait(LambdaClient client, String function, String eventSourceArn)
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
      print("Response", response);
      System.out.println(
          "Outcome: mapping " + response.uuid() + " created, its state is " + response.state());
      waitUntilEnabled(client, response.uuid());
      return 0;
    } catch (SdkException e) {
      System.out.println("Outcome: " + e.getClass().getSimpleName() + ": " + e.getMessage());
      return 1;
    }
  }

  private static void waitUntilEnabled(LambdaClient client, String uuid) {
    System.out.println("Waiting until it is enabled");
    int polls =
        client
            .waiter()
            .waitUntilEventSourceMappingEnabled(request -> request.uuid(uuid))
            .attemptsExecuted();
    System.out.println("Outcome: its state is Enabled, seen at poll " + polls);
  }

  private static void print(String label, Object model) throws JsonProcessingException {
    System.out.println(label + ": " + new ObjectMapper().writeValueAsString(model));
  }
}
