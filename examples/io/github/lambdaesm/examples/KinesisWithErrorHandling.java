package io.github.lambdaesm.examples;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.FunctionResponseType;

/**
 * A Kinesis stream whose poison records do not stop it: a failing batch is split, tried three
 * times, and what still fails goes to a queue. Only orders reach the function.
 */
public final class KinesisWithErrorHandling {
  private static final String ANSWER =
      """
      {
        "UUID": "b1b2c3d4-5678-90ab-cdef-22222EXAMPLE",
        "EventSourceArn": "arn:aws:kinesis:us-west-2:123456789012:stream/orders",
        "FunctionArn": "arn:aws:lambda:us-west-2:123456789012:function:handle-orders:live",
        "StartingPosition": "TRIM_HORIZON",
        "BatchSize": 200,
        "MaximumBatchingWindowInSeconds": 5,
        "ParallelizationFactor": 2,
        "MaximumRetryAttempts": 3,
        "MaximumRecordAgeInSeconds": 3600,
        "BisectBatchOnFunctionError": true,
        "FunctionResponseTypes": ["ReportBatchItemFailures"],
        "DestinationConfig": {
          "OnFailure": {"Destination": "arn:aws:sqs:us-west-2:123456789012:failed-orders"}
        },
        "State": "Creating",
        "StateTransitionReason": "User action",
        "LastProcessingResult": "No records processed",
        "LastModified": 1760000000.125
      }
      """;

  private KinesisWithErrorHandling() {}

  public static void main(String[] args) {
    try (EmbeddedEndpoint endpoint = EmbeddedEndpoint.answering(ANSWER);
        LambdaClient client = endpoint.client()) {
      System.out.println("Endpoint: " + endpoint.uri() + " (embedded in this program, not AWS)");
      System.out.println("Request: " + request());
      CreateEventSourceMappingResponse response = client.createEventSourceMapping(request());
      System.out.println("Response: " + response);
      System.out.println(
          "What fails for good goes to " + response.destinationConfig().onFailure().destination());
    }
  }

  private static CreateEventSourceMappingRequest request() {
    return CreateEventSourceMappingRequest.builder()
        .functionName("handle-orders:live")
        .eventSourceArn("arn:aws:kinesis:us-west-2:123456789012:stream/orders")
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
                    queue -> queue.destination("arn:aws:sqs:us-west-2:123456789012:failed-orders")))
        .build();
  }
}
