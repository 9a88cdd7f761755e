package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.EventSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys at the top of a record to which a filter can refer.
 *
 * @param documented the one that Lambda documents
 * @param working those that Lambda does not document, but that are known to work
 * @param others the other keys of a record; it is not known whether filters see them
 * @param dead the keys that are known not to work
 */
record RecordKeys(String documented, Set<String> working, Set<String> others, Set<String> dead) {
  private static final Map<EventSource, RecordKeys> BY_SOURCE = new EnumMap<>(EventSource.class);

  static {
    RecordKeys sqs =
        new RecordKeys(
            "body",
            Set.of("attributes"),
            Set.of(
                "messageId",
                "receiptHandle",
                "md5OfBody",
                "md5OfMessageAttributes",
                "eventSource",
                "eventSourceARN",
                "awsRegion"),
            Set.of("messageAttributes"));
    RecordKeys kinesis =
        new RecordKeys(
            "data",
            Set.of("partitionKey"),
            Set.of("kinesisSchemaVersion", "sequenceNumber", "approximateArrivalTimestamp"),
            Set.of());
    RecordKeys dynamoDb =
        new RecordKeys(
            DynamoDbPath.RECORD,
            Set.of("eventName", "userIdentity"),
            Set.of("eventID", "eventVersion", "eventSource", "awsRegion", "eventSourceARN"),
            Set.of());
    RecordKeys kafka =
        new RecordKeys(
            "value",
            Set.of(),
            Set.of("key", "topic", "partition", "offset", "timestamp", "timestampType", "headers"),
            Set.of());
    RecordKeys mq =
        new RecordKeys(
            "data",
            Set.of(),
            Set.of(
                "basicProperties",
                "redelivered",
                "messageID",
                "messageType",
                "timestamp",
                "deliveryMode",
                "correlationID",
                "replyTo",
                "destination",
                "type",
                "expiration",
                "priority",
                "brokerInTime",
                "brokerOutTime",
                "properties"),
            Set.of());
    BY_SOURCE.put(EventSource.SQS, sqs);
    BY_SOURCE.put(EventSource.SQS_FIFO, sqs);
    BY_SOURCE.put(EventSource.KINESIS, kinesis);
    BY_SOURCE.put(EventSource.KINESIS_CONSUMER, kinesis);
    BY_SOURCE.put(EventSource.DYNAMODB, dynamoDb);
    BY_SOURCE.put(EventSource.MSK, kafka);
    BY_SOURCE.put(EventSource.SELF_MANAGED_KAFKA, kafka);
    BY_SOURCE.put(EventSource.SELF_MANAGED_KAFKA_QUEUE, kafka);
    BY_SOURCE.put(EventSource.MQ, mq);
  }

  /** Returns the keys of an event source; empty if they are not known. */
  static Optional<RecordKeys> of(EventSource source) {
    return Optional.ofNullable(BY_SOURCE.get(source));
  }
}
