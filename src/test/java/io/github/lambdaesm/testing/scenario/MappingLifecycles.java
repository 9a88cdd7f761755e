package io.github.lambdaesm.testing.scenario;

import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.EndPointType;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;
import software.amazon.awssdk.services.lambda.model.SourceAccessConfiguration;
import software.amazon.awssdk.services.lambda.model.SourceAccessType;

/** Runs a mapping of every event source through its lifecycle and prints each step. */
public final class MappingLifecycles {
  private static final String ACCOUNT = "us-east-1:123456789012:";

  private final LambdaClient lambda;
  private final PrintStream out;

  private MappingLifecycles(LambdaClient lambda, PrintStream out) {
    this.lambda = lambda;
    this.out = out;
  }

  /** Runs all lifecycles. The arguments are the endpoint, the access key and the secret key. */
  public static void run(PrintStream out, String... args) {
    try (LambdaClient lambda =
        LambdaClient.builder()
            .endpointOverride(URI.create(args[0]))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(args[1], args[2])))
            .build()) {
      run(out, lambda);
    }
  }

  /** Runs all lifecycles with a client. */
  public static void run(PrintStream out, LambdaClient lambda) {
    MappingLifecycles lifecycles = new MappingLifecycles(lambda, out);
    sources().forEach(lifecycles::runLifecycle);
    lifecycles.printLists();
    lifecycles.printRejections();
  }

  private static SourceAccessConfiguration secret() {
    return SourceAccessConfiguration.builder()
        .type(SourceAccessType.BASIC_AUTH)
        .uri("arn:aws:secretsmanager:x")
        .build();
  }

  private static List<CreateEventSourceMappingRequest> sources() {
    CreateEventSourceMappingRequest base =
        CreateEventSourceMappingRequest.builder().functionName("f").build();
    return List.of(
        base.copy(r -> r.eventSourceArn("arn:aws:sqs:" + ACCOUNT + "queue").batchSize(5)),
        base.copy(r -> r.eventSourceArn("arn:aws:sqs:" + ACCOUNT + "queue.fifo").enabled(false)),
        base.copy(
            r ->
                r.eventSourceArn("arn:aws:kinesis:" + ACCOUNT + "stream/stream")
                    .functionName("f:live")
                    .startingPosition(EventSourcePosition.LATEST)
                    .bisectBatchOnFunctionError(true)
                    .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
                    .tags(Map.of("team", "a"))),
        base.copy(
            r ->
                r.eventSourceArn(
                        "arn:aws:kinesis:" + ACCOUNT + "stream/stream/consumer/c:1700000000")
                    .startingPosition(EventSourcePosition.AT_TIMESTAMP)
                    .startingPositionTimestamp(Instant.ofEpochSecond(1_700_000_000))
                    .parallelizationFactor(2)),
        base.copy(
            r ->
                r.eventSourceArn(
                        "arn:aws:dynamodb:" + ACCOUNT + "table/t/stream/2025-02-22T03:03:25.490")
                    .startingPosition("TRIM_HORIZON")
                    .maximumRetryAttempts(3)
                    .destinationConfig(
                        d -> d.onFailure(f -> f.destination("arn:aws:sqs:" + ACCOUNT + "dead")))),
        base.copy(
            r ->
                r.eventSourceArn("arn:aws:kafka:" + ACCOUNT + "cluster/c/uuid-1")
                    .startingPosition("LATEST")
                    .topics("orders")),
        base.copy(
            r ->
                r.eventSourceArn("arn:aws:mq:" + ACCOUNT + "broker:b:b-uuid")
                    .queues("orders")
                    .sourceAccessConfigurations(secret())),
        base.copy(
            r ->
                r.eventSourceArn("arn:aws:mq:" + ACCOUNT + "broker:rabbit:b-uuid")
                    .queues("orders")
                    .sourceAccessConfigurations(
                        secret(),
                        SourceAccessConfiguration.builder()
                            .type(SourceAccessType.VIRTUAL_HOST)
                            .uri("/")
                            .build())),
        base.copy(
            r ->
                r.selfManagedEventSource(
                        s ->
                            s.endpoints(
                                Map.of(
                                    EndPointType.KAFKA_BOOTSTRAP_SERVERS,
                                    List.of("kafka:1000", "kafka:2000"))))
                    .topics("orders")
                    .sourceAccessConfigurations(secret())),
        base.copy(
            r ->
                r.eventSourceArn("arn:aws:rds:" + ACCOUNT + "cluster:documents")
                    .startingPosition(EventSourcePosition.LATEST)
                    .documentDBEventSourceConfig(d -> d.databaseName("db"))
                    .sourceAccessConfigurations(secret())));
  }

  private void runLifecycle(CreateEventSourceMappingRequest request) {
    String uuid = lambda.createEventSourceMapping(request).uuid();
    out.println("\ncreated " + uuid);
    step("create again", () -> lambda.createEventSourceMapping(request).uuid());
    step("first get", () -> describe(uuid));
    step("second get", () -> describe(uuid));
    step("update", () -> lambda.updateEventSourceMapping(r -> r.uuid(uuid).batchSize(7)).state());
    step("delete at once", () -> lambda.deleteEventSourceMapping(r -> r.uuid(uuid)).state());
    step("after that", () -> describe(uuid));
    step(
        "update that is refused",
        () -> lambda.updateEventSourceMapping(r -> r.uuid(uuid).batchSize(10_001)).state());
    step(
        "update against the rules of the source",
        () ->
            lambda
                .updateEventSourceMapping(
                    r -> r.uuid(uuid).destinationConfig(d -> d.onFailure(failure -> {})))
                .state());
    step(
        "switch",
        () ->
            lambda
                .updateEventSourceMapping(r -> r.uuid(uuid).enabled(false).functionName("g:live"))
                .state());
    step("update at once", () -> lambda.updateEventSourceMapping(r -> r.uuid(uuid)).state());
    step("after that", () -> describe(uuid));
    step("create for the first function", () -> createAgain(request));
    step(
        "update to the other's function",
        () ->
            lambda
                .updateEventSourceMapping(r -> r.uuid(uuid).functionName(request.functionName()))
                .state());
    step(
        "clear",
        () ->
            lambda
                .updateEventSourceMapping(
                    r ->
                        r.uuid(uuid)
                            .functionResponseTypes(List.of())
                            .filterCriteria(none -> {})
                            .destinationConfig(none -> {}))
                .state());
    step("first get", () -> describe(uuid));
    step("second get", () -> describe(uuid));
    String arn = lambda.getEventSourceMapping(r -> r.uuid(uuid)).eventSourceMappingArn();
    step("tags at first", () -> new TreeMap<>(lambda.listTags(r -> r.resource(arn)).tags()));
    step("tag", () -> lambda.tagResource(r -> r.resource(arn).tags(Map.of("b", "2", "c", "3"))));
    step("untag", () -> lambda.untagResource(r -> r.resource(arn).tagKeys("b", "d")));
    step("tags", () -> new TreeMap<>(lambda.listTags(r -> r.resource(arn)).tags()));
    step("delete", () -> lambda.deleteEventSourceMapping(r -> r.uuid(uuid)).state());
  }

  private String createAgain(CreateEventSourceMappingRequest request) {
    return lambda.createEventSourceMapping(request).functionArn();
  }

  private String describe(String uuid) {
    return lambda.listEventSourceMappings().eventSourceMappings().stream()
        .filter(mapping -> mapping.uuid().equals(uuid))
        .map(MappingLifecycles::describe)
        .findFirst()
        .orElse("none");
  }

  private static String describe(EventSourceMappingConfiguration mapping) {
    return Arrays.asList(
            mapping.state(),
            mapping.stateTransitionReason(),
            mapping.lastProcessingResult(),
            mapping.lastModified(),
            mapping.functionArn(),
            mapping.eventSourceArn(),
            mapping.eventSourceMappingArn(),
            mapping.batchSize(),
            mapping.maximumBatchingWindowInSeconds(),
            mapping.parallelizationFactor(),
            mapping.startingPositionAsString(),
            mapping.maximumRecordAgeInSeconds(),
            mapping.maximumRetryAttempts(),
            mapping.bisectBatchOnFunctionError(),
            mapping.tumblingWindowInSeconds(),
            mapping.topics(),
            mapping.hasFunctionResponseTypes(),
            mapping.functionResponseTypesAsStrings(),
            mapping.sourceAccessConfigurations().size(),
            mapping.selfManagedEventSource() == null
                ? null
                : mapping.selfManagedEventSource().endpointsAsStrings(),
            mapping.selfManagedKafkaEventSourceConfig() == null
                ? null
                : mapping.selfManagedKafkaEventSourceConfig().consumerGroupId(),
            mapping.destinationConfig() == null ? null : mapping.destinationConfig().onFailure(),
            mapping.documentDBEventSourceConfig() == null
                ? null
                : mapping.documentDBEventSourceConfig().fullDocumentAsString())
        .toString();
  }

  private void printLists() {
    ListEventSourceMappingsResponse page = lambda.listEventSourceMappings(r -> r.maxItems(2));
    out.println("\n" + page.eventSourceMappings().size() + " " + page.nextMarker());
    lambda
        .listEventSourceMappingsPaginator(r -> r.maxItems(2))
        .eventSourceMappings()
        .forEach(mapping -> out.println(describe(mapping)));
  }

  private void printRejections() {
    out.println();
    step("no source", () -> lambda.createEventSourceMapping(r -> r.functionName("f")).uuid());
    step(
        "odd position",
        () ->
            lambda
                .createEventSourceMapping(
                    r ->
                        r.functionName("f")
                            .eventSourceArn("arn:aws:kinesis:" + ACCOUNT + "stream/another")
                            .startingPosition("invalid"))
                .uuid());
    step("unknown id", () -> lambda.getEventSourceMapping(r -> r.uuid("no such")).state());
    step("unknown marker", () -> lambda.listEventSourceMappings(r -> r.marker("?")).nextMarker());
    step(
        "tags of what is no mapping",
        () -> lambda.listTags(r -> r.resource("arn:aws:lambda:" + ACCOUNT + "x")).tags());
    String mapping = lambda.listEventSourceMappings().eventSourceMappings().get(0).uuid();
    step(
        "tags of what is more than a mapping",
        () ->
            lambda
                .listTags(
                    r ->
                        r.resource(
                            "arn:aws:lambda:%sevent-source-mapping:%s:alias"
                                .formatted(ACCOUNT, mapping)))
                .tags());
  }

  private void step(String name, Supplier<Object> call) {
    try {
      out.println(name + ": " + call.get());
    } catch (AwsServiceException e) {
      out.printf(
          "%s: %s %d %s %s%n",
          name,
          e.getClass().getSimpleName(),
          e.statusCode(),
          e.awsErrorDetails().errorCode(),
          e.awsErrorDetails().errorMessage());
    }
  }
}
