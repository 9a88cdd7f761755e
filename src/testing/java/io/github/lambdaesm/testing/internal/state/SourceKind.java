package io.github.lambdaesm.testing.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import java.util.Optional;

/** What a mapping reads from. The ARN of a broker does not say which engine it runs. */
public enum SourceKind {
  SQS("SQS queue", Family.QUEUE, 10, "USER_INITIATED"),
  SQS_FIFO("SQS FIFO queue", Family.QUEUE, 10, "USER_INITIATED"),
  KINESIS("Kinesis stream", Family.STREAM, 100, "User action"),
  KINESIS_CONSUMER("Kinesis consumer", Family.STREAM, 100, "User action"),
  DYNAMODB("DynamoDB stream", Family.STREAM, 100, "User action"),
  MSK("Amazon MSK", Family.KAFKA, 100, "User action"),
  SELF_MANAGED_KAFKA("self-managed Kafka", Family.KAFKA, 100, "USER_INITIATED"),
  MQ("Amazon MQ", Family.OTHER, 100, "USER_INITIATED"),
  // Which of the two words it shows is not known.
  DOCUMENTDB("Amazon DocumentDB", Family.OTHER, 100, "User action"),
  /** An ARN of a service that may be newer than this fake. */
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
   * What a request or a mapping reads from. An ARN decides, even beside a cluster of one's own.
   *
   * @throws ServiceError if it names no source
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
      // A cluster of DocumentDB has the ARN of a database.
      case "rds" -> DOCUMENTDB;
      default -> OTHER;
    };
  }

  private static ServiceError unrecognized() {
    return ServiceError.invalidParameter("Unrecognized event source.");
  }

  /** How it is called in texts. */
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

  /** Why a mapping is in its state, after somebody asked for it. */
  String transitionReason() {
    return transitionReason;
  }

  /** The result that a mapping shows before its first record. Mappings of queues show none. */
  Optional<String> firstProcessingResult() {
    return isQueue() ? Optional.empty() : Optional.of("No records processed");
  }
}
