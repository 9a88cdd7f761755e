package io.github.lambdaesm.mappings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.validation.MappingRules;
import java.util.Map;

/** Mappings as JSON with single quotes, as creates leave them. */
final class SampleMappings {
  static final String UUID = "a1b2c3d4-5678-90ab-cdef-111111111111";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ACCESS =
      "'SourceAccessConfigurations':[{'Type':'%s','URI':'arn:aws:secretsmanager:us-east-1:123456789012:secret:s'}]";
  private static final String STREAM_DEFAULTS =
      ",'BatchSize':100,'MaximumBatchingWindowInSeconds':0,'ParallelizationFactor':1,"
          + "'DestinationConfig':{'OnFailure':{}},'MaximumRecordAgeInSeconds':-1,"
          + "'BisectBatchOnFunctionError':false,'MaximumRetryAttempts':-1,"
          + "'TumblingWindowInSeconds':0,'FunctionResponseTypes':[]";

  /** What a create of each kind of mapping needs. */
  private static final Map<String, String> CREATES =
      Map.ofEntries(
          Map.entry("SQS", arn("sqs:us-east-1:123456789012:q")),
          Map.entry("FIFO", arn("sqs:us-east-1:123456789012:q.fifo")),
          Map.entry("KINESIS", arn("kinesis:us-east-1:123456789012:stream/s") + latest()),
          Map.entry("DYNAMODB", arn("dynamodb:us-east-1:123456789012:table/t/stream/l") + latest()),
          Map.entry(
              "MSK",
              arn("kafka:us-east-1:123456789012:cluster/c/u-1") + ",'Topics':['topic']" + latest()),
          Map.entry(
              "SMK",
              "'SelfManagedEventSource':{'Endpoints':{'KAFKA_BOOTSTRAP_SERVERS':['a:1','b:2']}},"
                  + "'Topics':['topic'],"
                  + ACCESS.formatted("BASIC_AUTH")),
          Map.entry(
              "MQ",
              arn("mq:us-east-1:123456789012:broker:b:b-1")
                  + ",'Queues':['q'],"
                  + ACCESS.formatted("BASIC_AUTH")),
          Map.entry(
              "DOCUMENTDB",
              arn("rds:us-east-1:123456789012:cluster:d")
                  + latest()
                  + ",'DocumentDBEventSourceConfig':{'DatabaseName':'db'},"
                  + ACCESS.formatted("BASIC_AUTH")));

  /** What Lambda fills in: recorded for SQS, Kinesis, DynamoDB and self-managed Kafka. */
  private static final Map<String, String> FILLED_IN =
      Map.of(
          "SQS",
          ",'BatchSize':10,'MaximumBatchingWindowInSeconds':0,'FunctionResponseTypes':[]",
          "FIFO",
          ",'BatchSize':10,'MaximumBatchingWindowInSeconds':0,'FunctionResponseTypes':[]",
          "KINESIS",
          STREAM_DEFAULTS,
          "DYNAMODB",
          STREAM_DEFAULTS,
          "MSK",
          ",'BatchSize':100,'AmazonManagedKafkaEventSourceConfig':{'ConsumerGroupId':'"
              + UUID
              + "'}",
          "SMK",
          ",'BatchSize':100,'StartingPosition':'TRIM_HORIZON',"
              + "'SelfManagedKafkaEventSourceConfig':{'ConsumerGroupId':'"
              + UUID
              + "'}",
          "MQ",
          ",'BatchSize':100",
          "DOCUMENTDB",
          ",'BatchSize':100");

  private SampleMappings() {}

  private static String arn(String rest) {
    return "'EventSourceArn':'arn:aws:" + rest + "'";
  }

  private static String latest() {
    return ",'StartingPosition':'LATEST'";
  }

  static ObjectNode object(String members) {
    return (ObjectNode) json("{" + members + "}");
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  static ObjectNode desiredFor(String kind) {
    return object("'FunctionName':'f'," + CREATES.get(kind));
  }

  static ObjectNode created(String kind) {
    return object(
        "'UUID':'"
            + UUID
            + "','State':'Enabled','StateTransitionReason':'User action',"
            + "'FunctionArn':'arn:aws:lambda:us-east-1:123456789012:function:f',"
            + CREATES.get(kind)
            + FILLED_IN.get(kind));
  }

  /** Sets the value at a path; null removes it. */
  static ObjectNode with(ObjectNode mapping, String path, String value) {
    int dot = path.indexOf('.');
    if (dot > 0) {
      ObjectNode block = mapping.withObject("/" + path.substring(0, dot));
      with(block, path.substring(dot + 1), value);
    } else if (value == null) {
      mapping.remove(path);
    } else {
      mapping.set(path, json(value));
    }
    return mapping;
  }

  static CreateEventSourceMappingRequest request(JsonNode json) {
    return read(json, CreateEventSourceMappingRequest.class);
  }

  static EventSourceMappingConfiguration mapping(JsonNode json) {
    return read(json, EventSourceMappingConfiguration.class);
  }

  private static <T> T read(JsonNode json, Class<T> type) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json.toString(), e);
    }
  }

  static JsonNode toJson(Object structure) {
    return MAPPER.valueToTree(structure);
  }

  static Plan plan(JsonNode desired, JsonNode actual, EnsureOptions options) {
    return new Planner(MappingRules.standard())
        .plan(request(desired), options, actual == null ? null : mapping(actual), null);
  }

  static Plan plan(JsonNode desired, JsonNode actual) {
    return plan(desired, actual, EnsureOptions.DEFAULTS);
  }

  static Plan plan(JsonNode desired, JsonNode actual, Map<String, String> tags) {
    return new Planner(MappingRules.standard())
        .plan(request(desired), EnsureOptions.DEFAULTS, mapping(actual), tags);
  }

  static EnsureOptions exactly() {
    return EnsureOptions.builder().exactly().build();
  }
}
