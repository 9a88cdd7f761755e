package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EndPointType;
import io.github.lambdaesm.model.EventSourceMappingMetric;
import io.github.lambdaesm.model.EventSourceMappingSystemLogLevel;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.FullDocument;
import io.github.lambdaesm.model.FunctionResponseType;
import io.github.lambdaesm.model.KafkaSchemaRegistryAuthType;
import io.github.lambdaesm.model.KafkaSchemaValidationAttribute;
import io.github.lambdaesm.model.SchemaRegistryEventRecordFormat;
import io.github.lambdaesm.model.SourceAccessType;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Checks requests on the wire byte by byte. */
class ExactRequestTest {
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final RawServer server =
      RawServer.start(
          connection -> {
            received.add(connection.readRequest());
            connection.write(RawServer.response("202 Accepted", "", "{}"));
          });

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsExampleOfTheApiReference() {
    String request =
        send(
            TestCredentials.BASIC,
            CreateEventSourceMappingRequest.builder()
                .batchSize(5)
                .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")
                .functionName("my-function")
                .build());

    assertThat(head(request))
        .matches(
            """
            POST /2015-03-31/event-source-mappings HTTP/1\\.1
            Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/us-west-2/lambda/aws4_request, SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}
            Content-Length: 107
            Content-Type: application/json
            Host: 127\\.0\\.0\\.1:%d
            User-Agent: lambda-esm-client/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)? lang/java#%s
            X-Amz-Date: \\d{8}T\\d{6}Z
            x-amz-content-sha256: [0-9a-f]{64}
            """
                .formatted(server.uri().getPort(), System.getProperty("java.version")));
    assertThat(body(request))
        .isEqualTo(
            "{\"BatchSize\":5,\"EventSourceArn\":\"arn:aws:sqs:us-east-1:123456789012:my-queue\","
                + "\"FunctionName\":\"my-function\"}");
  }

  @Test
  void sendsEveryMember() {
    String request = send(TestCredentials.BASIC, requestWithEveryMember());

    assertThat(request).startsWith("POST /2015-03-31/event-source-mappings HTTP/1.1\r\n");
    assertThat(body(request))
        .isEqualTo(
            """
            {"BatchSize":100,
            "MaximumBatchingWindowInSeconds":0,
            "ParallelizationFactor":1,
            "TumblingWindowInSeconds":900,
            "MaximumRecordAgeInSeconds":-1,
            "MaximumRetryAttempts":10000,
            "BisectBatchOnFunctionError":false,
            "FunctionResponseTypes":["ReportBatchItemFailures"],
            "FilterCriteria":{"Filters":[{"Pattern":"{\\"body\\":[\\"é\\"]}"},{}]},
            "KMSKeyArn":"",
            "DestinationConfig":{"OnSuccess":{},"OnFailure":{"Destination":"kafka://topic"}},
            "SourceAccessConfigurations":[{"Type":"BASIC_AUTH","URI":"secret"},{"Type":"NEW","URI":"u"}],
            "AmazonManagedKafkaEventSourceConfig":{"ConsumerGroupId":"group",
            "SchemaRegistryConfig":{"SchemaRegistryURI":"https://registry","EventRecordFormat":"JSON",
            "AccessConfigs":[{"Type":"BASIC_AUTH","URI":"a"}],"SchemaValidationConfigs":[{"Attribute":"KEY"}]}},
            "SelfManagedKafkaEventSourceConfig":{"ConsumerGroupId":"other"},
            "DocumentDBEventSourceConfig":{"DatabaseName":"db","CollectionName":"c","FullDocument":"UpdateLookup"},
            "ScalingConfig":{"MaximumConcurrency":2},
            "ProvisionedPollerConfig":{"MinimumPollers":1,"MaximumPollers":2000,"PollerGroupName":""},
            "MetricsConfig":{"Metrics":["EventCount","KafkaMetrics"]},
            "LoggingConfig":{"SystemLogLevel":"WARN"},
            "EventSourceArn":"arn",
            "SelfManagedEventSource":{"Endpoints":{"KAFKA_BOOTSTRAP_SERVERS":["h:1","h:2"]}},
            "StartingPosition":"AT_TIMESTAMP",
            "StartingPositionTimestamp":1569284520.333,
            "Topics":["topic"],
            "Queues":[],
            "FunctionName":"f",
            "Enabled":false,
            "Tags":{"b":"2","a":""}}
            """
                .replace("\n", ""));
  }

  @Test
  void sendsBytesThatAPlainObjectMapperWrites() throws Exception {
    String request = send(TestCredentials.BASIC, requestWithEveryMember());

    assertThat(body(request))
        .isEqualTo(new ObjectMapper().writeValueAsString(requestWithEveryMember()));
  }

  @Test
  void sendsAndSignsSessionToken() {
    String request =
        send(TestCredentials.SESSION, CreateEventSourceMappingRequest.builder().build());

    assertThat(head(request))
        .contains("\nX-Amz-Security-Token: " + TestCredentials.SESSION_TOKEN + "\n")
        .contains("x-amz-date;x-amz-security-token, Signature=");
  }

  private String send(AwsCredentialsProvider credentials, CreateEventSourceMappingRequest request) {
    try (LambdaClient client =
        LambdaClient.builder()
            .region(Region.US_WEST_2)
            .credentialsProvider(credentials)
            .endpointOverride(server.uri())
            .build()) {
      client.createEventSourceMapping(request);
    }
    return received.remove();
  }

  /** Returns the request line and the headers, sorted by name. */
  private static String head(String request) {
    List<String> lines = request.substring(0, request.indexOf("\r\n\r\n")).lines().toList();
    return lines.get(0) + "\n" + String.join("\n", lines.stream().skip(1).sorted().toList()) + "\n";
  }

  private static String body(String request) {
    return request.substring(request.indexOf("\r\n\r\n") + 4);
  }

  private static CreateEventSourceMappingRequest requestWithEveryMember() {
    return CreateEventSourceMappingRequest.builder()
        .functionName("f")
        .enabled(false)
        .tags(tags())
        .eventSourceArn("arn")
        .selfManagedEventSource(
            source ->
                source.endpoints(
                    Map.of(EndPointType.KAFKA_BOOTSTRAP_SERVERS, List.of("h:1", "h:2"))))
        .startingPosition(EventSourcePosition.AT_TIMESTAMP)
        .startingPositionTimestamp(Instant.ofEpochMilli(1_569_284_520_333L))
        .topics("topic")
        .queues(List.of())
        .batchSize(100)
        .maximumBatchingWindowInSeconds(0)
        .parallelizationFactor(1)
        .tumblingWindowInSeconds(900)
        .maximumRecordAgeInSeconds(-1)
        .maximumRetryAttempts(10_000)
        .bisectBatchOnFunctionError(false)
        .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
        .filterCriteria(
            criteria -> criteria.filters(f -> f.pattern("{\"body\":[\"é\"]}"), empty -> {}))
        .kmsKeyArn("")
        .destinationConfig(
            config ->
                config.onSuccess(success -> {}).onFailure(f -> f.destination("kafka://topic")))
        .sourceAccessConfigurations(
            access -> access.type(SourceAccessType.BASIC_AUTH).uri("secret"),
            access -> access.type("NEW").uri("u"))
        .amazonManagedKafkaEventSourceConfig(
            kafka ->
                kafka
                    .consumerGroupId("group")
                    .schemaRegistryConfig(
                        registry ->
                            registry
                                .schemaRegistryURI("https://registry")
                                .eventRecordFormat(SchemaRegistryEventRecordFormat.JSON)
                                .accessConfigs(
                                    a -> a.type(KafkaSchemaRegistryAuthType.BASIC_AUTH).uri("a"))
                                .schemaValidationConfigs(
                                    v -> v.attribute(KafkaSchemaValidationAttribute.KEY))))
        .selfManagedKafkaEventSourceConfig(kafka -> kafka.consumerGroupId("other"))
        .documentDBEventSourceConfig(
            db ->
                db.databaseName("db").collectionName("c").fullDocument(FullDocument.UPDATE_LOOKUP))
        .scalingConfig(scaling -> scaling.maximumConcurrency(2))
        .provisionedPollerConfig(
            pollers -> pollers.minimumPollers(1).maximumPollers(2000).pollerGroupName(""))
        .metricsConfig(
            metrics ->
                metrics.metrics(
                    EventSourceMappingMetric.EVENT_COUNT, EventSourceMappingMetric.KAFKA_METRICS))
        .loggingConfig(logging -> logging.systemLogLevel(EventSourceMappingSystemLogLevel.WARN))
        .build();
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("b", "2");
    tags.put("a", "");
    return tags;
  }
}
