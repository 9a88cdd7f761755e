package io.github.lambdaesm.testsupport;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingMetric;
import io.github.lambdaesm.model.EventSourceMappingSettings;
import io.github.lambdaesm.model.EventSourceMappingSystemLogLevel;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FullDocument;
import io.github.lambdaesm.model.FunctionResponseType;
import io.github.lambdaesm.model.KafkaEventSourceMappingConsumptionMode;
import io.github.lambdaesm.model.KafkaSchemaRegistryConfig;
import io.github.lambdaesm.model.SchemaRegistryEventRecordFormat;
import io.github.lambdaesm.model.SourceAccessConfiguration;
import io.github.lambdaesm.model.SourceAccessType;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Creates random requests for all types of event source: some that Lambda accepts, some with
 * mistakes. Values are often at a limit or just beyond it. Enum values are those of the API.
 */
public final class RandomRequests {
  private static final List<String> PATTERNS =
      List.of(
          "{\"body\":{\"state\":[\"NEW\"]}}",
          "{ \"data\" : { \"t\" : [ { \"numeric\" : [ \">\", 5 ] } ] } }",
          "{\"dynamodb\":{\"NewImage\":{\"id\":{\"S\":[\"1\"]}}}}",
          "{\"body\":[\"a\",null,true,1.5]}",
          "{}",
          "",
          "[]",
          "\"text\"",
          "null",
          "{\"body\":\"NEW\"}",
          "{\"body\":{\"state\":[]}}",
          "{\"body\":{\"state\":[\"NEW\"]}",
          "{\"body\":{}}",
          "{\"body\":[[\"a\"]]}",
          "x".repeat(4097));

  private final SplittableRandom random;
  private double presence;

  public RandomRequests(SplittableRandom random) {
    this.random = random;
  }

  /** Returns a create request for a random event source. */
  public CreateEventSourceMappingRequest create() {
    return create(pick(EventSource.values()));
  }

  /** Returns a create request for an event source of a type. */
  public CreateEventSourceMappingRequest create(EventSource source) {
    presence = random.nextInt(4) * random.nextDouble() / 3;
    CreateEventSourceMappingRequest.Builder request = CreateEventSourceMappingRequest.builder();
    request.functionName(functionName());
    setSource(request, source);
    setRequired(request, source);
    maybe(() -> request.enabled(random.nextBoolean()));
    maybe(() -> request.startingPosition(pick(known(EventSourcePosition.knownValues()))));
    maybe(() -> request.startingPositionTimestamp(Instant.ofEpochSecond(1_700_000_000)));
    maybe(() -> request.topics(strings("topic", 249)));
    maybe(() -> request.queues(strings("queue", 1000)));
    setSettings(request);
    return request.build();
  }

  /** Returns an update of any mapping. */
  public UpdateEventSourceMappingRequest update(String uuid) {
    presence = random.nextInt(4) * random.nextDouble() / 3;
    UpdateEventSourceMappingRequest.Builder request =
        UpdateEventSourceMappingRequest.builder().uuid(uuid);
    maybe(() -> request.functionName(functionName()));
    maybe(() -> request.enabled(random.nextBoolean()));
    setSettings(request);
    return request.build();
  }

  private void setSource(CreateEventSourceMappingRequest.Builder request, EventSource source) {
    String account = random.nextInt(8) == 0 ? "999999999999" : "123456789012";
    String region = random.nextInt(12) == 0 ? "eu-west-1" : "us-east-1";
    String place = region + ":" + account + ":";
    switch (source) {
      case SQS -> request.eventSourceArn("arn:aws:sqs:" + place + "q");
      case SQS_FIFO -> request.eventSourceArn("arn:aws:sqs:" + place + "q.fifo");
      case KINESIS -> request.eventSourceArn("arn:aws:kinesis:" + place + "stream/s");
      case KINESIS_CONSUMER ->
          request.eventSourceArn("arn:aws:kinesis:" + place + "stream/s/consumer/c:1");
      case DYNAMODB -> request.eventSourceArn("arn:aws:dynamodb:" + place + "table/t/stream/1");
      case MSK -> request.eventSourceArn("arn:aws:kafka:" + place + "cluster/c/1-2");
      case MQ -> request.eventSourceArn("arn:aws:mq:" + place + "broker:b:b-1");
      case DOCUMENTDB -> request.eventSourceArn("arn:aws:rds:" + place + "cluster:c");
      case SELF_MANAGED_KAFKA, SELF_MANAGED_KAFKA_QUEUE -> setKafka(request, source);
      case UNKNOWN -> {
        if (random.nextBoolean()) {
          request.eventSourceArn(
              "arn:aws:" + pick("s3", "docdb", "newservice") + ":" + place + "x");
        }
      }
    }
    if (random.nextInt(30) == 0) {
      setKafka(request, source);
    }
  }

  private void setKafka(CreateEventSourceMappingRequest.Builder request, EventSource source) {
    request.selfManagedEventSource(
        kafka ->
            kafka.endpointsWithStrings(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", strings("b.example.com:9092", 300))));
    if (source == EventSource.SELF_MANAGED_KAFKA_QUEUE) {
      request.selfManagedKafkaEventSourceConfig(
          config -> config.consumptionMode(KafkaEventSourceMappingConsumptionMode.QUEUE));
    }
  }

  /** Usually sets what the source needs, so that many requests are right. */
  private void setRequired(CreateEventSourceMappingRequest.Builder request, EventSource source) {
    if (random.nextInt(10) == 0) {
      return;
    }
    switch (source) {
      case KINESIS, KINESIS_CONSUMER, DYNAMODB ->
          request.startingPosition(EventSourcePosition.LATEST);
      case MSK -> request.startingPosition(EventSourcePosition.LATEST).topics("topic");
      case SELF_MANAGED_KAFKA, SELF_MANAGED_KAFKA_QUEUE ->
          request
              .topics("topic")
              .sourceAccessConfigurations(access(SourceAccessType.VPC_SUBNET, "subnet:s-1"));
      case MQ ->
          request
              .queues("queue")
              .sourceAccessConfigurations(access(SourceAccessType.BASIC_AUTH, secret()));
      case DOCUMENTDB ->
          request
              .startingPosition(EventSourcePosition.LATEST)
              .documentDBEventSourceConfig(config -> config.databaseName("d"))
              .sourceAccessConfigurations(access(SourceAccessType.BASIC_AUTH, secret()));
      default -> {}
    }
  }

  private void setSettings(EventSourceMappingSettings.Builder<?> request) {
    maybe(() -> request.batchSize(pick(0, 1, 10, 11, 100, 10_000, 10_001)));
    maybe(() -> request.maximumBatchingWindowInSeconds(pick(-1, 0, 1, 300, 301)));
    maybe(() -> request.parallelizationFactor(pick(0, 1, 10, 11)));
    maybe(() -> request.tumblingWindowInSeconds(pick(-1, 0, 900, 901)));
    maybe(() -> request.maximumRecordAgeInSeconds(pick(-2, -1, 0, 59, 60, 604_800, 604_801)));
    maybe(() -> request.maximumRetryAttempts(pick(-2, -1, 0, 10_000, 10_001)));
    maybe(() -> request.bisectBatchOnFunctionError(random.nextBoolean()));
    maybe(() -> request.functionResponseTypes(responseTypes()));
    maybe(() -> request.filterCriteria(criteria -> criteria.filters(filters())));
    maybe(() -> request.kmsKeyArn("arn:aws:kms:us-east-1:123456789012:key/1"));
    maybe(() -> setDestinations(request));
    maybe(() -> request.sourceAccessConfigurations(accesses()));
    maybe(
        () ->
            request.amazonManagedKafkaEventSourceConfig(
                config -> config.consumerGroupId("g").schemaRegistryConfig(registry())));
    maybe(
        () ->
            request.selfManagedKafkaEventSourceConfig(
                config ->
                    config
                        .consumerGroupId("g".repeat(pick(0, 1, 200, 201)))
                        .consumptionMode(
                            pick(known(KafkaEventSourceMappingConsumptionMode.knownValues())))));
    maybe(() -> setDocumentDb(request));
    maybe(() -> request.scalingConfig(s -> s.maximumConcurrency(pick(1, 2, 1000, 1001))));
    maybe(() -> setPollers(request));
    maybe(() -> request.metricsConfig(metrics -> metrics.metrics(metrics())));
    maybe(
        () ->
            request.loggingConfig(
                log ->
                    log.systemLogLevel(
                        pick(known(EventSourceMappingSystemLogLevel.knownValues())))));
  }

  private void setDestinations(EventSourceMappingSettings.Builder<?> request) {
    request.destinationConfig(
        destinations -> {
          destinations.onFailure(failure -> failure.destination(destination()));
          if (random.nextInt(4) == 0) {
            destinations.onSuccess(success -> success.destination(destination()));
          }
        });
  }

  private String destination() {
    String place = "us-east-1:123456789012:";
    return pick(
        "arn:aws:sqs:" + place + "dlq",
        "arn:aws:sqs:" + place + "dlq.fifo",
        "arn:aws:sns:" + place + "topic",
        "arn:aws:s3:::bucket",
        "arn:aws:lambda:" + place + "function:f",
        "arn:aws:events:" + place + "event-bus/b",
        "kafka://t",
        "",
        "arn:aws:sqs:" + place + "x".repeat(350));
  }

  private void setDocumentDb(EventSourceMappingSettings.Builder<?> request) {
    request.documentDBEventSourceConfig(
        config -> {
          maybe(() -> config.databaseName("d".repeat(pick(0, 1, 63, 64))));
          maybe(() -> config.collectionName("c".repeat(pick(0, 1, 57, 58))));
          maybe(() -> config.fullDocument(pick(known(FullDocument.knownValues()))));
        });
  }

  private void setPollers(EventSourceMappingSettings.Builder<?> request) {
    request.provisionedPollerConfig(
        pollers -> {
          maybe(() -> pollers.minimumPollers(pick(0, 1, 2, 200, 201)));
          maybe(() -> pollers.maximumPollers(pick(0, 1, 2, 2000, 2001, 10_000, 10_001)));
          if (random.nextInt(4) == 0) {
            pollers.pollerGroupName("g".repeat(pick(1, 128, 129)));
          }
        });
  }

  private KafkaSchemaRegistryConfig registry() {
    KafkaSchemaRegistryConfig.Builder registry = KafkaSchemaRegistryConfig.builder();
    maybe(() -> registry.schemaRegistryURI("https://registry.example.com"));
    maybe(
        () ->
            registry.eventRecordFormat(pick(known(SchemaRegistryEventRecordFormat.knownValues()))));
    return registry.build();
  }

  private List<Filter> filters() {
    return Stream.generate(() -> Filter.builder().pattern(pattern()).build())
        .limit(pick(0, 1, 1, 1, 2, 5, 6))
        .toList();
  }

  /** Returns a pattern that is usually right, because a request may have several. */
  private String pattern() {
    return PATTERNS.get(random.nextInt(random.nextInt(3) == 0 ? PATTERNS.size() : 4));
  }

  private List<SourceAccessConfiguration> accesses() {
    return Stream.generate(() -> access(pick(known(SourceAccessType.knownValues())), secret()))
        .limit(pick(0, 1, 2, 3, 22, 23))
        .toList();
  }

  private static SourceAccessConfiguration access(SourceAccessType type, String uri) {
    return SourceAccessConfiguration.builder().type(type).uri(uri).build();
  }

  private String secret() {
    String arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:s";
    return random.nextInt(20) == 0 ? "x".repeat(201) : arn;
  }

  private List<FunctionResponseType> responseTypes() {
    return Stream.generate(() -> FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
        .limit(pick(0, 1, 1, 2))
        .toList();
  }

  private List<EventSourceMappingMetric> metrics() {
    return Stream.generate(() -> pick(known(EventSourceMappingMetric.knownValues())))
        .limit(pick(0, 1, 1, 3, 4))
        .toList();
  }

  private List<String> strings(String text, int max) {
    return Stream.generate(() -> random.nextInt(30) == 0 ? "x".repeat(max + 1) : text)
        .limit(pick(1, 1, 1, 1, 1, 1, 0, 2, 11))
        .toList();
  }

  private String functionName() {
    return pick(
        "f",
        "f",
        "f",
        "f:alias",
        "f:$LATEST",
        "123456789012:function:f",
        "arn:aws:lambda:us-east-1:123456789012:function:f",
        "arn:aws:lambda:us-east-1:123456789012:function:f:1",
        "no spaces",
        "x".repeat(65),
        "x".repeat(257));
  }

  private void maybe(Runnable action) {
    if (random.nextDouble() < presence) {
      action.run();
    }
  }

  private <E> List<E> known(Collection<E> values) {
    return List.copyOf(values);
  }

  private <E> E pick(List<E> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  private <E> E pick(E... values) {
    return values[random.nextInt(values.length)];
  }
}
