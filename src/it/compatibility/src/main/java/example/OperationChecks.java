package example;

import static example.Expectations.expect;
import static example.Expectations.expectThrown;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.TooManyRequestsException;
import io.github.lambdaesm.testing.FakeLambda;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Checks what calls send, return and throw. */
final class OperationChecks {
  static final CreateEventSourceMappingRequest REQUEST =
      CreateEventSourceMappingRequest.builder()
          .functionName("bill")
          .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:orders")
          .batchSize(5)
          .tags(Map.of("team", "payments"))
          .build();

  private static final Map<Class<? extends LambdaException>, Integer> STATUSES =
      Map.of(
          InvalidParameterValueException.class, 400,
          ResourceInUseException.class, 400,
          ResourceNotFoundException.class, 404,
          ResourceConflictException.class, 409,
          TooManyRequestsException.class, 429,
          ServiceException.class, 500);

  private OperationChecks() {}

  static void create(FakeLambda lambda) {
    LambdaClient client = lambda.client();

    String uuid = client.createEventSourceMapping(REQUEST).uuid();
    client.waiter().waitUntilEventSourceMappingEnabled(request -> request.uuid(uuid));

    expect("Enabled", lambda.mappings().get(0).state());
  }

  static void conflict(FakeLambda lambda) {
    LambdaClient client = lambda.client();
    client.createEventSourceMapping(REQUEST);

    ResourceConflictException e =
        expectThrown(
            ResourceConflictException.class, () -> client.createEventSourceMapping(REQUEST));

    expect(409, e.statusCode());
    expect(1, e.numAttempts());
  }

  static void list(FakeLambda lambda) {
    LambdaClient client = lambda.client();
    client.createEventSourceMapping(REQUEST);

    List<Integer> batchSizes =
        client.listEventSourceMappingsPaginator().eventSourceMappings().stream()
            .map(mapping -> mapping.batchSize())
            .toList();

    expect(List.of(5), batchSizes);
  }

  static void typedErrors(FakeLambda lambda) {
    try (LambdaClient client =
        lambda
            .clientBuilder()
            .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build()) {
      STATUSES.forEach((type, status) -> typedError(lambda, client, type, status));
    }
  }

  private static void typedError(
      FakeLambda lambda, LambdaClient client, Class<? extends LambdaException> type, int status) {
    lambda.nextRequest().failWith(status, type.getSimpleName());

    LambdaException e = expectThrown(type, client::listEventSourceMappings);

    expect(status, e.statusCode());
    expect(type.getSimpleName(), e.awsErrorDetails().errorCode());
  }

  static void requestOverride(FakeLambda lambda) {
    lambda
        .client()
        .listEventSourceMappings(
            request ->
                request.overrideConfiguration(
                    c -> c.putHeader("X-Team", "payments").apiCallTimeout(Duration.ofMinutes(1))));

    expect(List.of("payments"), lambda.requests().get(0).headers().get("X-Team"));
  }

  static void json(FakeLambda lambda) throws IOException {
    CreateEventSourceMappingResponse response = lambda.client().createEventSourceMapping(REQUEST);
    ObjectMapper mapper = new ObjectMapper();

    String sent = mapper.writeValueAsString(REQUEST);
    String received = mapper.writeValueAsString(response);

    expect(REQUEST, mapper.readValue(sent, CreateEventSourceMappingRequest.class));
    expect(response, mapper.readValue(received, CreateEventSourceMappingResponse.class));
  }
}
