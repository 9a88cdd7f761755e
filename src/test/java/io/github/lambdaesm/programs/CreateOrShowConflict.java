package io.github.lambdaesm.programs;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Creates a mapping from a Kinesis stream to a function, or shows the mapping that exists already.
 *
 * <p>Arguments: the endpoint, the function, the ARN of the stream, the ARN of the queue for failed
 * records, and optionally the time from which to read the stream.
 */
public final class CreateOrShowConflict {
  private static final Pattern UUID_IN_MESSAGE = Pattern.compile("UUID ([0-9a-f-]{36})");

  private CreateOrShowConflict() {}

  public static void main(String[] args) {
    run(System.out, args);
  }

  public static void run(PrintStream out, String... args) {
    Instant from = args.length > 4 ? Instant.parse(args[4]) : null;
    try (LambdaClient lambda = client(args[0])) {
      createOrShow(lambda, out, settings(args[1], args[2], args[3], from));
    }
  }

  private static LambdaClient client(String endpoint) {
    AwsSessionCredentials credentials = AwsSessionCredentials.create("id", "secret", "token");
    return LambdaClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .endpointOverride(URI.create(endpoint))
        .overrideConfiguration(
            o -> o.apiCallTimeout(Duration.ofSeconds(30)).retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }

  @SuppressWarnings("unchecked") // filters(Consumer...) makes an array of a generic type
  private static Consumer<CreateEventSourceMappingRequest.Builder> settings(
      String function, String streamArn, String failuresArn, Instant from) {
    return request ->
        request
            .functionName(function)
            .eventSourceArn(streamArn)
            .startingPosition(
                from == null ? EventSourcePosition.TRIM_HORIZON : EventSourcePosition.AT_TIMESTAMP)
            .startingPositionTimestamp(from)
            .parallelizationFactor(2)
            .bisectBatchOnFunctionError(true)
            .maximumRetryAttempts(3)
            .maximumRecordAgeInSeconds(3600)
            .filterCriteria(f -> f.filters(p -> p.pattern("{\"data\":{\"kind\":[\"order\"]}}")))
            .destinationConfig(d -> d.onFailure(f -> f.destination(failuresArn)));
  }

  private static void createOrShow(
      LambdaClient lambda,
      PrintStream out,
      Consumer<CreateEventSourceMappingRequest.Builder> settings) {
    try {
      show(lambda.createEventSourceMapping(settings), out);
    } catch (ResourceConflictException e) {
      out.println(e.awsErrorDetails().errorCode() + " (" + e.statusCode() + ", " + e.type() + ")");
      showExisting(lambda, out, e.awsErrorDetails().errorMessage());
    } catch (ResourceNotFoundException | InvalidParameterValueException e) {
      out.println("Lambda refused it: " + e.awsErrorDetails().errorMessage());
    } catch (SdkClientException e) {
      out.println("Nobody knows whether it was created: there was no answer.");
    }
  }

  private static void show(CreateEventSourceMappingResponse mapping, PrintStream out) {
    out.println("Created " + mapping.uuid() + ", which is " + mapping.state());
    out.println(
        switch (mapping.startingPosition()) {
          case TRIM_HORIZON -> "It begins with the oldest record.";
          case LATEST -> "It begins with the next record.";
          case AT_TIMESTAMP -> "It begins at " + mapping.startingPositionTimestamp() + ".";
          default -> "It begins at " + mapping.startingPositionAsString() + ".";
        });
    out.println("Failures go to " + mapping.destinationConfig().onFailure().destination());
    out.printf(
        "A failing batch is split: %s; tried again: %d times, for %d s; window: %s%n",
        mapping.bisectBatchOnFunctionError(),
        mapping.maximumRetryAttempts(),
        mapping.maximumRecordAgeInSeconds(),
        mapping.tumblingWindowInSeconds());
  }

  private static void showExisting(LambdaClient lambda, PrintStream out, String message) {
    Matcher uuid = UUID_IN_MESSAGE.matcher(message);
    if (!uuid.find()) {
      out.println(message);
      return;
    }
    GetEventSourceMappingResponse existing =
        lambda.getEventSourceMapping(request -> request.uuid(uuid.group(1)));
    out.println("There is " + existing.uuid() + " for " + existing.functionArn());
    out.println("  " + existing.state() + " since " + existing.lastModified());
    out.println("  " + existing.lastProcessingResult());
  }
}
