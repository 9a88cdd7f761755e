package io.github.lambdaesm.testing.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.state.SourceKind;
import java.io.UncheckedIOException;

/** Builds minimal valid requests and parses JSON written with single quotes. */
public final class Samples {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ACCOUNT = ":us-east-1:123456789012:";

  private Samples() {}

  /** Returns a copy of the object with the members of the given JSON added or replaced. */
  public static ObjectNode with(ObjectNode object, String more) {
    ObjectNode both = object.deepCopy();
    both.setAll(json(more));
    return both;
  }

  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String arn(SourceKind kind) {
    return "arn:aws:"
        + switch (kind) {
          case SQS -> "sqs" + ACCOUNT + "orders";
          case SQS_FIFO -> "sqs" + ACCOUNT + "orders.fifo";
          case KINESIS -> "kinesis" + ACCOUNT + "stream/clicks";
          case KINESIS_CONSUMER -> "kinesis" + ACCOUNT + "stream/clicks/consumer/reader:1700000000";
          case DYNAMODB -> "dynamodb" + ACCOUNT + "table/users/stream/2025-02-22T03:03:25.490";
          case MSK -> "kafka" + ACCOUNT + "cluster/events/6cc0432b-8618-4f44-bccc-e1fbd8fb7c4d-2";
          case SELF_MANAGED_KAFKA -> throw new IllegalArgumentException("has no ARN");
          case MQ -> "mq" + ACCOUNT + "broker:tasks:b-b4d492ef-bdc3-45e3-a781-cd1a3102ecca";
          case DOCUMENTDB -> "rds" + ACCOUNT + "cluster:documents";
          case OTHER -> "events" + ACCOUNT + "event-bus/news";
        };
  }

  /** Returns a create request with only the members that the kind requires. */
  public static ObjectNode create(SourceKind kind) {
    ObjectNode request = json("{'FunctionName': 'handler'}");
    if (kind != SourceKind.SELF_MANAGED_KAFKA) {
      request.put("EventSourceArn", arn(kind));
    }
    return with(request, requiredMembers(kind));
  }

  private static String requiredMembers(SourceKind kind) {
    return switch (kind) {
      case SQS, SQS_FIFO, OTHER -> "{}";
      case KINESIS, KINESIS_CONSUMER, DYNAMODB -> "{'StartingPosition': 'LATEST'}";
      case MSK -> "{'StartingPosition': 'LATEST', 'Topics': ['audit']}";
      case SELF_MANAGED_KAFKA ->
          """
          {'SelfManagedEventSource': {'Endpoints': {'KAFKA_BOOTSTRAP_SERVERS': ['kafka:1000']}},
           'Topics': ['audit'],
           'SourceAccessConfigurations': [{'Type': 'VPC_SUBNET', 'URI': 'subnet-1'}]}
          """;
      case MQ ->
          """
          {'Queues': ['tasks'],
           'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 'arn:secret'}]}
          """;
      case DOCUMENTDB ->
          """
          {'DocumentDBEventSourceConfig': {'DatabaseName': 'shop'},
           'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 'arn:secret'}]}
          """;
    };
  }
}
