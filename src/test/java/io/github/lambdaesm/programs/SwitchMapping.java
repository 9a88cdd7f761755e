package io.github.lambdaesm.programs;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ResourceInUseException;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse;

/**
 * Enables, disables or deletes a mapping.
 *
 * <p>Arguments: the endpoint, {@code on}, {@code off} or {@code remove}, and the UUID.
 */
public final class SwitchMapping {
  private SwitchMapping() {}

  public static void main(String[] args) {
    run(System.out, args);
  }

  public static void run(PrintStream out, String... args) {
    String uuid = args[2];
    try (LambdaClient lambda = client(args[0])) {
      switch (args[1]) {
        case "on" -> enable(lambda, out, uuid, true);
        case "off" -> enable(lambda, out, uuid, false);
        case "remove" -> remove(lambda, out, uuid);
        default -> out.println("Say on, off or remove.");
      }
    } catch (ResourceInUseException e) {
      out.println("Try again later (" + e.type() + "): " + e.awsErrorDetails().errorMessage());
    } catch (AwsServiceException e) {
      out.println(explain(e, uuid));
    }
  }

  private static LambdaClient client(String endpoint) {
    LambdaClientBuilder builder = LambdaClient.builder();
    builder.region(Region.US_WEST_2);
    builder.endpointOverride(URI.create(endpoint));
    builder.credentialsProvider(
        StaticCredentialsProvider.create(AwsBasicCredentials.create("operator", "secret")));
    builder.overrideConfiguration(
        ClientOverrideConfiguration.builder()
            .apiCallTimeout(Duration.ofMinutes(1))
            .apiCallAttemptTimeout(Duration.ofSeconds(20))
            .build());
    return builder.build();
  }

  private static void enable(LambdaClient lambda, PrintStream out, String uuid, boolean enabled) {
    GetEventSourceMappingResponse mapping =
        lambda.getEventSourceMapping(GetEventSourceMappingRequest.builder().uuid(uuid).build());
    if ((enabled ? "Enabled" : "Disabled").equals(mapping.state())) {
      out.printf("It is %s since %s.%n", mapping.state(), mapping.lastModified());
      return;
    }
    UpdateEventSourceMappingResponse changed =
        lambda.updateEventSourceMapping(update -> update.uuid(uuid).enabled(enabled));
    out.printf(
        "It was %s and is %s: %s%n",
        mapping.state(), changed.state(), changed.stateTransitionReason());
  }

  private static void remove(LambdaClient lambda, PrintStream out, String uuid) {
    DeleteEventSourceMappingResponse removed =
        lambda.deleteEventSourceMapping(
            DeleteEventSourceMappingRequest.builder().uuid(uuid).build());
    out.println("It is " + removed.state() + "; its source was " + removed.eventSourceArn());
  }

  private static String explain(AwsServiceException e, String uuid) {
    return switch (e.awsErrorDetails().errorCode()) {
      case "ResourceNotFoundException" -> "There is no mapping " + uuid + ".";
      case "AccessDeniedException" -> "You may not: " + e.awsErrorDetails().errorMessage();
      default ->
          "%s answered %d %s: %s (request %s)"
              .formatted(
                  e.awsErrorDetails().serviceName(),
                  e.statusCode(),
                  e.awsErrorDetails().errorCode(),
                  e.awsErrorDetails().errorMessage(),
                  e.requestId());
    };
  }
}
