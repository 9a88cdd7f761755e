package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.arn.Arn;
import org.jspecify.annotations.Nullable;

/** The types of event source that a mapping reads. */
public enum EventSource {
  /** An Amazon SQS standard queue. */
  SQS("an SQS queue"),
  /** An Amazon SQS FIFO queue. */
  SQS_FIFO("an SQS FIFO queue"),
  /** An Amazon Kinesis data stream with shared throughput. */
  KINESIS("a Kinesis stream"),
  /** A consumer of an Amazon Kinesis data stream, with enhanced fan-out. */
  KINESIS_CONSUMER("a Kinesis consumer"),
  /** An Amazon DynamoDB stream. */
  DYNAMODB("a DynamoDB stream"),
  /** A topic of an Amazon MSK cluster. */
  MSK("an MSK cluster"),
  /** A topic of a self-managed Apache Kafka cluster, read as a stream. */
  SELF_MANAGED_KAFKA("a self-managed Kafka cluster"),
  /** A topic of a self-managed Apache Kafka cluster, read as a queue by a share group. */
  SELF_MANAGED_KAFKA_QUEUE("a self-managed Kafka cluster in Queue mode"),
  /** A queue of an Amazon MQ broker. */
  MQ("an MQ broker"),
  /** A change stream of an Amazon DocumentDB cluster. */
  DOCUMENTDB("a DocumentDB cluster"),
  /** A type of event source that this library does not know, or none at all. */
  UNKNOWN("an unknown event source");

  private final String phrase;

  EventSource(String phrase) {
    this.phrase = phrase;
  }

  /** Returns the type of the event source that a request or a mapping names. */
  public static EventSource of(EventSourceMappingDefinition mapping) {
    String arn = mapping.eventSourceArn();
    if (arn != null && !arn.isEmpty()) {
      return ofArn(arn);
    }
    if (mapping.selfManagedEventSource() == null) {
      return UNKNOWN;
    }
    SelfManagedKafkaEventSourceConfig config = mapping.selfManagedKafkaEventSourceConfig();
    return config != null
            && config.consumptionMode() == KafkaEventSourceMappingConsumptionMode.QUEUE
        ? SELF_MANAGED_KAFKA_QUEUE
        : SELF_MANAGED_KAFKA;
  }

  /** Returns the type of the event source with an ARN, in any partition. */
  public static EventSource ofArn(@Nullable String arn) {
    Arn parts = Arn.of(arn);
    String resource = parts.resource();
    return switch (parts.service()) {
      case "sqs" -> resource.endsWith(".fifo") ? SQS_FIFO : SQS;
      case "kinesis" -> resource.contains("/consumer/") ? KINESIS_CONSUMER : KINESIS;
      case "dynamodb" -> DYNAMODB;
      case "kafka" -> MSK;
      case "mq" -> MQ;
      case "rds" -> DOCUMENTDB;
      default -> UNKNOWN;
    };
  }

  /** Returns a phrase such as "an SQS queue". */
  public String phrase() {
    return phrase;
  }

  /** Returns whether this is an SQS queue. */
  public boolean isSqs() {
    return this == SQS || this == SQS_FIFO;
  }

  /** Returns whether this is a topic of an Apache Kafka cluster. */
  public boolean isKafka() {
    return this == MSK || this == SELF_MANAGED_KAFKA || this == SELF_MANAGED_KAFKA_QUEUE;
  }
}
