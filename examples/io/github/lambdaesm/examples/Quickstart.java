package io.github.lambdaesm.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.testing.FakeLambda;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Creates an event source mapping and waits until it is enabled. Without arguments it talks to a
 * {@link FakeLambda}; with {@code --aws FUNCTION EVENT_SOURCE_ARN} it runs in your account.
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
        System.out.println("1. Start a fake Lambda inside this program. AWS is not involved.");
        System.out.println("   It listens on " + fake.endpoint());
        return createAndWait(fake.client(), "my-function", QUEUE, false);
      }
    }
    if (args.length == 3 && args[0].equals("--aws")) {
      try (LambdaClient client = LambdaClient.create()) {
        System.out.println(
            "1. Use AWS Lambda in your account, in the Region of your AWS configuration.");
        System.out.println("   This creates an event source mapping and does not remove it.");
        return createAndWait(client, args[1], args[2], true);
      }
    }
    System.err.println("Usage: Quickstart [--aws FUNCTION EVENT_SOURCE_ARN]");
    return 2;
  }

  private static int createAndWait(
      LambdaClient client, String function, String eventSourceArn, boolean aws)
      throws JsonProcessingException {
    CreateEventSourceMappingRequest request =
        CreateEventSourceMappingRequest.builder()
            .eventSourceArn(eventSourceArn)
            .functionName(function)
            .batchSize(5)
            .build();
    print("2. Create an event source mapping:", request);
    try {
      CreateEventSourceMappingResponse response = client.createEventSourceMapping(request);
      print("3. Lambda responds:", response);
      if (aws) {
        // Before the wait, which may fail.
        printHowToRemove(response.uuid());
      }
      waitUntilEnabled(client, response);
      System.out.println(
          "Next: examples/ has more programs, and docs/testing.md shows how to test yours.");
      return 0;
    } catch (SdkException e) {
      System.out.println("Failed: " + e.getMessage());
      return 1;
    }
  }

  private static void waitUntilEnabled(
      LambdaClient client, CreateEventSourceMappingResponse created) {
    System.out.println("4. Wait until it is enabled:");
    String state =
        client
            .waiter()
            .waitUntilEventSourceMappingEnabled(request -> request.uuid(created.uuid()))
            .matched()
            .response()
            .orElseThrow()
            .state();
    System.out.println("   " + created.state() + " -> " + state);
  }

  private static void printHowToRemove(String uuid) {
    System.out.println("   The mapping stays in your account. To remove it, in the same Region:");
    System.out.println("   aws lambda delete-event-source-mapping --uuid " + uuid);
  }

  private static void print(String step, Object model) throws JsonProcessingException {
    System.out.println(step);
    String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(model);
    System.out.println(json.indent(3).stripTrailing());
  }
}
