package io.github.lambdaesm.testing.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import java.util.Optional;

/** The kinds of event source. Amazon MQ is one kind, because an ARN does not name the engine. */
public enum SourceKind {
  SQS("SQS queue", Family.QUEUE, 10, "USER_INITIATED"),
  SQS_FIFO("SQS FIFO queue", Family.QUEUE, 10, "USER_INITIATED"),
  KINESIS("Kinesis stream", Family.STREAM, 100, "User action"),
  KINESIS_CONSUMER("Kinesis consumer", Family.STREAM, 100, "User action"),
  DYNAMODB("DynamoDB stream", Family.STREAM, 100, "User action"),
  MSK("Amazon MSK", Family.KAFKA, 100, "User action"),
  SELF_MANAGED_KAFKA("self-managed Kafka", Family.KAFKA, 100, "USER_INITIATED"),
  MQ("Amazon MQ", Family.OTHER, 100, "USER_INITIATED"),
  // Which of the two transition reasons DocumentDB has is not known.
  DOCUMENTDB("Amazon DocumentDB", Family.OTHER, 100, "User action"),
  /** Any other service. It may be an event source that is newer than this fake. */
  OTHER("another source", Family.OTHER, 100, "USER_INITIATED");

  private enum Family {
    QUEUE,
    STREAM,
    KAFKA,
    OTHER
  }

  private final String displayName;
  private final Family family;
  private final int defaultBatchSize;
  private final String transitionReason;

  SourceKind(String displayName, Family family, int defaultBatchSize, String transitionReason) {
    this.displayName = displayName;
    this.family = family;
    this.defaultBatchSize = defaultBatchSize;
    this.transitionReason = transitionReason;
  }

  /**
   * Returns the kind of event source of a request or a mapping. If it has an ARN and a self-managed
   * cluster, the ARN decides.
   *
   * @throws ServiceError if it has neither
   */
  public static SourceKind of(ObjectNode request) {
    if (request.hasNonNull("EventSourceArn")) {
      return ofArn(request.get("EventSourceArn").asText());
    }
    if (request.hasNonNull("SelfManagedEventSource")) {
      return SELF_MANAGED_KAFKA;
    }
    throw unrecognized();
  }

  private static SourceKind ofArn(String arn) {
    ArnParts parts = ArnParts.of(arn);
    return switch (parts.service()) {
      case "" -> throw unrecognized();
      case "sqs" -> parts.resource().endsWith(".fifo") ? SQS_FIFO : SQS;
      case "kinesis" -> parts.resource().contains("/consumer/") ? KINESIS_CONSUMER : KINESIS;
      case "dynamodb" -> DYNAMODB;
      case "kafka" -> MSK;
      case "mq" -> MQ;
      // The ARN of a DocumentDB cluster has the service "rds".
      case "rds" -> DOCUMENTDB;
      default -> OTHER;
    };
  }

  private static ServiceError unrecognized() {
    return ServiceError.invalidParameter("Unrecognized event source.");
  }

  /** Returns the name for messages and documentation. */
  public String displayName() {
    return displayName;
  }

  int defaultBatchSize() {
    return defaultBatchSize;
  }

  boolean isQueue() {
    return family == Family.QUEUE;
  }

  boolean isStream() {
    return family == Family.STREAM;
  }

  boolean isKafka() {
    return family == Family.KAFKA;
  }

  /** Returns the {@code StateTransitionReason} of a change that a request caused. */
  String transitionReason() {
    return transitionReason;
  }

  /**
   * Returns the {@code LastProcessingResult} of a mapping before its first record. Mappings of
   * queues have none.
   */
  Optional<String> firstProcessingResult() {
    return isQueue() ? Optional.empty() : Optional.of("No records processed");
  }
}
