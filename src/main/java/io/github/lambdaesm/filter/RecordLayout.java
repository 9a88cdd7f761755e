package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.EventSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of an event source are in an event, and what of them filters see.
 *
 * @param noun what a record is called
 * @param containers the members of an event that hold the records: in an array, or in an object of
 *     arrays
 * @param markers members of which each record has at least one
 * @param eventSource the value of the member {@code eventSource}, if records have one
 * @param root the member that filters see instead of the whole record
 * @param data the member whose content filters see decoded
 * @param isBase64 whether the data is encoded in Base64
 * @param passesOtherFormats whether Lambda ignores the data if its format does not fit the filter;
 *     otherwise it discards the record
 * @param acceptsText whether a pattern can be for data that is plain text
 * @param hidden members that no filter matches
 * @param consequence what Lambda does with a record that no filter matches
 */
record RecordLayout(
    String noun,
    List<String> containers,
    List<String> markers,
    @Nullable String eventSource,
    @Nullable String root,
    @Nullable String data,
    boolean isBase64,
    boolean passesOtherFormats,
    boolean acceptsText,
    Set<String> hidden,
    String consequence) {

  /** The member that names the event source. */
  static final String EVENT_SOURCE = "eventSource";

  private static final RecordLayout SQS =
      new RecordLayout(
          "SQS message",
          List.of("Records"),
          List.of("body", "messageId"),
          "aws:sqs",
          null,
          "body",
          false,
          false,
          true,
          // AWS's samples say that Lambda's filters do not see it, though the record has it.
          Set.of("messageAttributes"),
          "deletes it from the queue");

  private static final RecordLayout KINESIS =
      new RecordLayout(
          "Kinesis record",
          List.of("Records"),
          List.of("kinesis"),
          "aws:kinesis",
          "kinesis",
          "data",
          true,
          false,
          false,
          Set.of(),
          "skips it");

  private static final RecordLayout DYNAMODB =
      new RecordLayout(
          "DynamoDB record",
          List.of("Records"),
          List.of("dynamodb"),
          "aws:dynamodb",
          null,
          null,
          false,
          false,
          true,
          Set.of(),
          "skips it");

  private static final RecordLayout KAFKA =
      new RecordLayout(
          "Kafka record",
          List.of("records"),
          List.of("topic", "value"),
          null,
          null,
          "value",
          true,
          true,
          true,
          Set.of(),
          "skips it");

  private static final RecordLayout MQ =
      new RecordLayout(
          "MQ message",
          List.of("messages", "rmqMessagesByQueue"),
          List.of("data", "messageID", "basicProperties"),
          null,
          null,
          "data",
          true,
          true,
          true,
          Set.of(),
          "acknowledges it");

  /** An event of EventBridge, whose recorded behavior is the reference for patterns. */
  static final RecordLayout EVENT =
      new RecordLayout(
          "event",
          List.of(),
          List.of(),
          null,
          null,
          null,
          false,
          false,
          true,
          Set.of(),
          "skips it");

  /** Returns the layout for an event source; empty if Lambda has no filters for it. */
  static Optional<RecordLayout> find(EventSource source) {
    return switch (source) {
      case SQS, SQS_FIFO -> Optional.of(SQS);
      case KINESIS, KINESIS_CONSUMER -> Optional.of(KINESIS);
      case DYNAMODB -> Optional.of(DYNAMODB);
      case MSK, SELF_MANAGED_KAFKA, SELF_MANAGED_KAFKA_QUEUE -> Optional.of(KAFKA);
      case MQ -> Optional.of(MQ);
      case DOCUMENTDB, UNKNOWN -> Optional.empty();
    };
  }

  static RecordLayout of(EventSource source) {
    return find(source)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    source == EventSource.UNKNOWN
                        ? "Cannot test filters without knowing the type of the event source."
                        : "Filters are not supported for %s.".formatted(source.phrase())));
  }

  /** Returns whether the values in records are objects that name the type, as in DynamoDB. */
  boolean namesTypes() {
    return equals(DYNAMODB);
  }

  /** Returns whether a condition on a path, such as {@code body.state}, is on the data. */
  boolean isOnData(String path) {
    return data != null && (path.equals(data) || path.startsWith(data + "."));
  }
}
