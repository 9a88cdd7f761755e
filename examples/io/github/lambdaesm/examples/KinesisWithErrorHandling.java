package io.github.lambdaesm.examples;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.FunctionResponseType;
import io.github.lambdaesm.testing.FakeLambda;

/**
 * A Kinesis stream whose poison records do not stop it: a failing batch is split, tried three
 * times, and what still fails goes to a queue. Only orders reach the function.
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
          "What fails for good goes to " + response.destinationConfig().onFailure().destination());
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
