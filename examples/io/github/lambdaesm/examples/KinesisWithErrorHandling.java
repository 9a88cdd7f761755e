package io.github.lambdaesm.examples;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.FunctionResponseType;
import io.github.lambdaesm.testing.FakeLambda;

/**
 * Creates a mapping for a Kinesis stream that poison records do not block: Lambda splits a failing
 * batch, retries three times, and sends what still fails to a queue. A filter passes only orders to
 * the function.
 */
public final class KinesisWithErrorHandling {
  private KinesisWithErrorHandling() {}

  public static void main(String[] args) {
    try (FakeLambda fake = FakeLambda.start()) {
      System.out.println(
          "Endpoint: " + fake.endpoint() + " (FakeLambda, inside this program; not AWS)");
      System.out.println("Request: " + request());
      CreateEventSourceMappingResponse response = fake.client().createEventSourceMapping(request());
      System.out.println("Response: " + response);
      System.out.println(
          "On-failure destination: " + response.destinationConfig().onFailure().destination());
    }
  }

  private static CreateEventSourceMappingRequest request() {
    return CreateEventSourceMappingRequest.builder()
        .functionName("handle-orders:live")
        .eventSourceArn("arn:aws:kinesis:us-east-1:123456789012:stream/orders")
        .startingPosition(EventSourcePosition.TRIM_HORIZON)
        .batchSize(200)
        .maximumBatchingWindowInSeconds(5)
        .parallelizationFactor(2)
        .bisectBatchOnFunctionError(true)
        .maximumRetryAttempts(3)
        .maximumRecordAgeInSeconds(3600)
        .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
        .filterCriteria(
            criteria ->
                criteria.filters(filter -> filter.pattern("{\"data\": {\"kind\": [\"order\"]}}")))
        .destinationConfig(
            destination ->
                destination.onFailure(
                    queue -> queue.destination("arn:aws:sqs:us-east-1:123456789012:failed-orders")))
        .build();
  }
}
