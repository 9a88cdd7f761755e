package io.github.lambdaesm.benchmarks;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.LambdaClientBuilder;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EndPointType;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.FullDocument;
import io.github.lambdaesm.model.FunctionResponseType;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.SourceAccessType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Makes calls with a client that has the default settings. The build generates the AWS SDK's
 * callers from this class and {@link OurUrlConnectionCaller}, by replacing package and class names.
 */
public class OurCaller implements Caller {
  private final LambdaClient lambda;

  /** Opens a client that calls the given endpoint. */
  public OurCaller(URI endpoint) {
    this(builder(endpoint).build());
  }

  OurCaller(LambdaClient lambda) {
    this.lambda = lambda;
  }

  static LambdaClientBuilder builder(URI endpoint) {
    return LambdaClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")));
  }

  @Override
  public Object create() {
    return lambda.createEventSourceMapping(
        request ->
            request.functionName(Payloads.FUNCTION).eventSourceArn(Payloads.QUEUE).batchSize(5));
  }

  @Override
  public Object createWithEveryMember() {
    return lambda.createEventSourceMapping(OurCaller::withEveryMember);
  }

  @SuppressWarnings("unchecked") // the SDK's varargs
  private static void withEveryMember(CreateEventSourceMappingRequest.Builder request) {
    String account = "us-west-2:123456789012:";
    request
        .functionName(Payloads.FUNCTION)
        .eventSourceArn(Payloads.QUEUE)
        .enabled(true)
        .batchSize(100)
        .maximumBatchingWindowInSeconds(5)
        .parallelizationFactor(2)
        .filterCriteria(
            criteria ->
                criteria.filters(
                    filter -> filter.pattern("{\"body\":[\"a\"]}"),
                    filter -> filter.pattern("{\"body\":[\"b\"]}")))
        .kmsKeyArn("arn:aws:kms:" + account + "key/1234abcd-12ab-34cd-56ef-1234567890ab")
        .destinationConfig(
            destinations ->
                destinations
                    .onSuccess(on -> on.destination("arn:aws:sqs:" + account + "done"))
                    .onFailure(on -> on.destination("arn:aws:sqs:" + account + "dead")))
        .maximumRecordAgeInSeconds(3600)
        .bisectBatchOnFunctionError(true)
        .maximumRetryAttempts(3)
        .tumblingWindowInSeconds(30)
        .topics("orders")
        .queues("orders")
        .sourceAccessConfigurations(
            access ->
                access
                    .type(SourceAccessType.BASIC_AUTH)
                    .uri("arn:aws:secretsmanager:" + account + "secret:s"),
            access -> access.type(SourceAccessType.VIRTUAL_HOST).uri("/"))
        .selfManagedEventSource(
            source ->
                source.endpoints(
                    Map.of(
                        EndPointType.KAFKA_BOOTSTRAP_SERVERS,
                        List.of("kafka-1:9092", "kafka-2:9092"))))
        .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
        .amazonManagedKafkaEventSourceConfig(
            kafka ->
                kafka
                    .consumerGroupId("group")
                    .schemaRegistryConfig(
                        registry ->
                            registry
                                .schemaRegistryURI("https://registry.example")
                                .eventRecordFormat("JSON")
                                .accessConfigs(
                                    access ->
                                        access
                                            .type("BASIC_AUTH")
                                            .uri("arn:aws:secretsmanager:" + account + "secret:r"))
                                .schemaValidationConfigs(check -> check.attribute("VALUE"))))
        .selfManagedKafkaEventSourceConfig(kafka -> kafka.consumerGroupId("group"))
        .scalingConfig(scaling -> scaling.maximumConcurrency(10))
        .documentDBEventSourceConfig(
            database ->
                database
                    .databaseName("db")
                    .collectionName("c")
                    .fullDocument(FullDocument.UPDATE_LOOKUP))
        .metricsConfig(metrics -> metrics.metricsWithStrings("EventCount"))
        .loggingConfig(logging -> logging.systemLogLevel("INFO"))
        .provisionedPollerConfig(
            pollers -> pollers.minimumPollers(1).maximumPollers(10).pollerGroupName("group"))
        .startingPosition(EventSourcePosition.AT_TIMESTAMP)
        .startingPositionTimestamp(Instant.ofEpochSecond(1_700_000_000))
        .tags(Map.of("team", "a", "env", "b"));
  }

  @Override
  public Object list() {
    return lambda.listEventSourceMappings();
  }

  @Override
  public Object meetConflict() {
    try {
      return create();
    } catch (ResourceConflictException e) {
      return e;
    }
  }

  @Override
  public void close() {
    lambda.close();
  }
}
