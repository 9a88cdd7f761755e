package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a mapping reads from. The ARN of a broker does not say which engine it runs. */
enum SourceKind {
  SQS(Family.QUEUE, 10, "USER_INITIATED"),
  SQS_FIFO(Family.QUEUE, 10, "USER_INITIATED"),
  KINESIS(Family.STREAM, 100, "User action"),
  KINESIS_CONSUMER(Family.STREAM, 100, "User action"),
  DYNAMODB(Family.STREAM, 100, "User action"),
  MSK(Family.KAFKA, 100, "User action"),
  SELF_MANAGED_KAFKA(Family.KAFKA, 100, "USER_INITIATED"),
  MQ(Family.OTHER, 100, "USER_INITIATED"),
  // Which of the two words it shows is not known.
  DOCUMENTDB(Family.OTHER, 100, "User action");

  private enum Family {
    QUEUE,
    STREAM,
    KAFKA,
    OTHER
  }

  private static final int ARN_PARTS = 6;

  private final Family family;
  private final int defaultBatchSize;
  private final String transitionReason;

  SourceKind(Family family, int defaultBatchSize, String transitionReason) {
    this.family = family;
    this.defaultBatchSize = defaultBatchSize;
    this.transitionReason = transitionReason;
  }

  /**
   * What a request or a mapping reads from. An ARN decides, even beside a cluster of one's own.
   *
   * @throws ServiceError if it names no source, or none that the service reads from
   */
  static SourceKind of(ObjectNode request) {
    if (request.hasNonNull("EventSourceArn")) {
      return ofArn(request.get("EventSourceArn").asText());
    }
    if (request.hasNonNull("SelfManagedEventSource")) {
      return SELF_MANAGED_KAFKA;
    }
    throw unrecognized();
  }

  private static SourceKind ofArn(String arn) {
    String[] parts = arn.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS || !parts[0].equals("arn")) {
      throw unrecognized();
    }
    String resource = parts[5];
    return switch (parts[2]) {
      case "sqs" -> resource.endsWith(".fifo") ? SQS_FIFO : SQS;
      case "kinesis" -> resource.contains("/consumer/") ? KINESIS_CONSUMER : KINESIS;
      case "dynamodb" -> DYNAMODB;
      case "kafka" -> MSK;
      case "mq" -> MQ;
      // A cluster of DocumentDB has the ARN of a database.
      case "rds" -> DOCUMENTDB;
      default -> throw unrecognized();
    };
  }

  private static ServiceError unrecognized() {
    return ServiceError.invalidParameter("Unrecognized event source.");
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
