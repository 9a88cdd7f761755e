package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourcePosition;
import java.util.Map;

/** What there is before a deploy. */
enum Given {
  NOTHING,
  /** A mapping in which no change is in progress. */
  SETTLED,
  TAGGED,
  /** A mapping with values that differ from the defaults. */
  TUNED,
  /** A mapping whose filters a list does not show. */
  ENCRYPTED,
  CREATING,
  DELETING,
  /** A mapping that the next list does not show. */
  HIDDEN,
  /** A mapping of a stream. */
  STREAM,
  /** A mapping of a stream with values and tags that a replacement keeps. */
  TUNED_STREAM,
  /** A mapping of a DynamoDB stream. */
  TABLE;

  static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  static final String STREAM_ARN = "arn:aws:kinesis:us-east-1:123456789012:stream/my-stream";
  static final String TABLE_ARN =
      "arn:aws:dynamodb:us-east-1:123456789012:table/my-table/stream/2026-01-01T00:00:00.000";
  private static final String KEY =
      "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

  /** Makes it so. Returns the UUID of the mapping, if there is one. */
  String prepare(LambdaUnderTest lambda) {
    if (this == NOTHING) {
      return "";
    }
    if (this == HIDDEN) {
      lambda.hideFromNextList();
    }
    String uuid = lambda.client().createEventSourceMapping(mapping()).uuid();
    if (this != CREATING && this != HIDDEN) {
      lambda.mappings();
    }
    if (this == DELETING) {
      lambda.client().deleteEventSourceMapping(request -> request.uuid(uuid));
    }
    return uuid;
  }

  private CreateEventSourceMappingRequest mapping() {
    return switch (this) {
      case TAGGED -> queue(10).toBuilder().tags(Map.of("team", "payments", "old", "1")).build();
      case TUNED ->
          queue(7).toBuilder()
              .functionResponseTypesWithStrings("ReportBatchItemFailures")
              .scalingConfig(scaling -> scaling.maximumConcurrency(5))
              .build();
      case ENCRYPTED -> encrypted(10);
      case STREAM -> stream(EventSourcePosition.LATEST);
      case TUNED_STREAM ->
          stream(EventSourcePosition.LATEST).toBuilder()
              .batchSize(7)
              .enabled(false)
              .tags(Map.of("team", "payments"))
              .build();
      case TABLE -> of(TABLE_ARN).startingPosition("LATEST").build();
      default -> queue(10);
    };
  }

  static CreateEventSourceMappingRequest.Builder of(String eventSourceArn) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("my-function")
        .eventSourceArn(eventSourceArn);
  }

  static CreateEventSourceMappingRequest queue(int batchSize) {
    return of(QUEUE_ARN).batchSize(batchSize).build();
  }

  static CreateEventSourceMappingRequest encrypted(int batchSize) {
    return of(QUEUE_ARN)
        .batchSize(batchSize)
        .kmsKeyArn(KEY)
        .filterCriteria(
            criteria -> criteria.filters(filter -> filter.pattern("{\"body\":{\"a\":[1]}}")))
        .build();
  }

  static CreateEventSourceMappingRequest stream(EventSourcePosition position) {
    return of(STREAM_ARN).startingPosition(position).build();
  }
}
