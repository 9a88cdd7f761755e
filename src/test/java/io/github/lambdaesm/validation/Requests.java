package io.github.lambdaesm.validation;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import java.io.UncheckedIOException;
import java.util.Map;

/** Builds requests and stored mappings from JSON that is written with single quotes. */
final class Requests {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SECRET = "[{'Type': 'BASIC_AUTH', 'URI': 'arn:secret'}]";
  private static final String CLUSTER =
      "'SelfManagedEventSource': {'Endpoints': {'KAFKA_BOOTSTRAP_SERVERS': ['kafka:1000']}},"
          + " 'Topics': ['audit'], 'SourceAccessConfigurations': "
          + SECRET;

  /** The members that a create request needs, apart from the function. */
  private static final Map<EventSource, String> REQUIRED =
      Map.ofEntries(
          entry(EventSource.SQS, arn("sqs", "orders")),
          entry(EventSource.SQS_FIFO, arn("sqs", "orders.fifo")),
          entry(EventSource.KINESIS, arn("kinesis", "stream/s") + start()),
          entry(EventSource.KINESIS_CONSUMER, arn("kinesis", "stream/s/consumer/c:1") + start()),
          entry(EventSource.DYNAMODB, arn("dynamodb", "table/t/stream/2025") + start()),
          entry(EventSource.MSK, arn("kafka", "cluster/c/u") + start() + ", 'Topics': ['audit']"),
          entry(EventSource.SELF_MANAGED_KAFKA, CLUSTER),
          entry(
              EventSource.SELF_MANAGED_KAFKA_QUEUE,
              CLUSTER + ", 'SelfManagedKafkaEventSourceConfig': {'ConsumptionMode': 'Queue'}"),
          entry(
              EventSource.MQ,
              arn("mq", "broker:b:b-1")
                  + ", 'Queues': ['jobs'], 'SourceAccessConfigurations': "
                  + SECRET),
          entry(
              EventSource.DOCUMENTDB,
              arn("rds", "cluster:c")
                  + start()
                  + ", 'DocumentDBEventSourceConfig': {'DatabaseName': 'shop'},"
                  + " 'SourceAccessConfigurations': "
                  + SECRET),
          entry(EventSource.UNKNOWN, arn("events", "event-bus/b")));

  private Requests() {}

  private static String arn(String service, String resource) {
    return "'EventSourceArn': 'arn:aws:%s:us-east-1:123456789012:%s'".formatted(service, resource);
  }

  private static String start() {
    return ", 'StartingPosition': 'TRIM_HORIZON'";
  }

  /** Returns a minimal create request with more members; null removes a member. */
  static CreateEventSourceMappingRequest create(EventSource source, String more) {
    ObjectNode request = json("{'FunctionName': 'f', " + REQUIRED.get(source) + "}");
    return read(merge(request, json(more), source), CreateEventSourceMappingRequest.class);
  }

  static UpdateEventSourceMappingRequest update(EventSource source, String members) {
    ObjectNode update = merge(json("{'UUID': 'u'}"), json(members), source);
    return read(update, UpdateEventSourceMappingRequest.class);
  }

  /** Returns a minimal mapping as the service stores it, with more settings. */
  static EventSourceMappingConfiguration stored(EventSource source, String more) {
    ObjectNode mapping = json("{" + REQUIRED.get(source) + "}");
    mapping.put("FunctionArn", "arn:aws:lambda:us-east-1:123456789012:function:f");
    return read(merge(mapping, json(more), source), EventSourceMappingConfiguration.class);
  }

  static CreateEventSourceMappingRequest create(JsonNode body) {
    return read(body, CreateEventSourceMappingRequest.class);
  }

  /**
   * Merges objects deeply, but an empty object replaces. A member {@code name@SOURCE} counts for
   * that event source only.
   */
  private static ObjectNode merge(ObjectNode target, ObjectNode more, EventSource source) {
    for (Map.Entry<String, JsonNode> member : more.properties()) {
      String[] name = member.getKey().split("@", -1);
      if (name.length > 1 && !name[1].equals(source.name())) {
        continue;
      }
      if (member.getValue() instanceof ObjectNode child
          && !child.isEmpty()
          && target.get(name[0]) instanceof ObjectNode before) {
        merge(before, child, source);
      } else {
        target.set(name[0], member.getValue());
      }
    }
    return target;
  }

  /** Reads JSON; a text such as {@code x*9} stands for nine letters. */
  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(JsonNode json, Class<T> type) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
