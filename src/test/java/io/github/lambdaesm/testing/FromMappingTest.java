package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.testing.internal.state.SourceKind;
import io.github.lambdaesm.testing.support.Samples;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Applies requests built from an existing mapping with {@code from} to the fake. */
class FromMappingTest {
  private final FakeLambda fake = FakeLambda.start();
  private final LambdaClient client = fake.client();

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void leavesMappingUnchangedWhenUpdatedFromItself(SourceKind kind) {
    for (CreateEventSourceMappingRequest request : requests(kind)) {
      EventSourceMappingConfiguration before = create(request);

      client.updateEventSourceMapping(
          UpdateEventSourceMappingRequest.builder().from(before).build());
      fake.settle();

      assertThat(settings(mapping(before.uuid()))).isEqualTo(settings(before));
      delete(before.uuid());
    }
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void copiesSettingsToMappingOfAnotherFunction(SourceKind kind) {
    for (CreateEventSourceMappingRequest request : requests(kind)) {
      EventSourceMappingConfiguration original = create(request);

      EventSourceMappingConfiguration copy =
          create(
              CreateEventSourceMappingRequest.builder()
                  .from(original)
                  .startingPosition(request.startingPositionAsString())
                  .functionName("copy")
                  .build());

      assertThat(copy.functionArn()).isEqualTo(original.functionArn().replace("handler", "copy"));
      assertThat(settings(withConsumerGroupOf(original, copy))).isEqualTo(settings(original));
      delete(original.uuid());
      delete(copy.uuid());
    }
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void recreatesDeletedMappingWithSameSettings(SourceKind kind) {
    for (CreateEventSourceMappingRequest request : requests(kind)) {
      EventSourceMappingConfiguration original = create(request.toBuilder().enabled(false).build());
      delete(original.uuid());

      EventSourceMappingConfiguration recreated =
          create(
              CreateEventSourceMappingRequest.builder()
                  .from(original)
                  .startingPosition(request.startingPositionAsString())
                  .build());

      assertThat(recreated.functionArn()).isEqualTo(original.functionArn());
      assertThat(recreated.state()).isEqualTo("Disabled");
      assertThat(settings(withConsumerGroupOf(original, recreated))).isEqualTo(settings(original));
      delete(recreated.uuid());
    }
  }

  /**
   * Replaces the copy's Kafka consumer group with the original's, because the default group is each
   * mapping's own UUID.
   */
  private static EventSourceMappingConfiguration withConsumerGroupOf(
      EventSourceMappingConfiguration original, EventSourceMappingConfiguration copy) {
    EventSourceMappingConfiguration.Builder adjusted = copy.toBuilder();
    if (copy.amazonManagedKafkaEventSourceConfig() != null) {
      adjusted.amazonManagedKafkaEventSourceConfig(original.amazonManagedKafkaEventSourceConfig());
    }
    if (copy.selfManagedKafkaEventSourceConfig() != null) {
      adjusted.selfManagedKafkaEventSourceConfig(original.selfManagedKafkaEventSourceConfig());
    }
    return adjusted.build();
  }

  private static EventSourceMappingConfiguration settings(EventSourceMappingConfiguration mapping) {
    return mapping.toBuilder()
        .uuid(null)
        .eventSourceMappingArn(null)
        .functionArn(null)
        .lastModified(null)
        .build();
  }

  private EventSourceMappingConfiguration create(CreateEventSourceMappingRequest request) {
    String uuid = client.createEventSourceMapping(request).uuid();
    fake.settle();
    return mapping(uuid);
  }

  private void delete(String uuid) {
    client.deleteEventSourceMapping(request -> request.uuid(uuid));
    fake.settle();
  }

  private EventSourceMappingConfiguration mapping(String uuid) {
    return fake.mappings().stream()
        .filter(mapping -> mapping.uuid().equals(uuid))
        .findFirst()
        .orElseThrow();
  }

  /** Returns a request with only the required members and one with most optional members. */
  private static List<CreateEventSourceMappingRequest> requests(SourceKind kind) {
    return List.of(request(kind, "{}"), request(kind, optionalMembers(kind)));
  }

  private static CreateEventSourceMappingRequest request(SourceKind kind, String more) {
    try {
      return new ObjectMapper()
          .readValue(
              Samples.with(Samples.create(kind), more).toString(),
              CreateEventSourceMappingRequest.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String optionalMembers(SourceKind kind) {
    return switch (kind) {
      case SQS ->
          """
          {'BatchSize': 20, 'MaximumBatchingWindowInSeconds': 5,
           'ScalingConfig': {'MaximumConcurrency': 10},
           'FunctionResponseTypes': ['ReportBatchItemFailures'],
           'FilterCriteria': {'Filters': [{'Pattern': '{\\"body\\":[1]}'}]},
           'MetricsConfig': {'Metrics': ['EventCount']}}
          """;
      case SQS_FIFO, OTHER ->
          "{'BatchSize': 5, 'FunctionResponseTypes': ['ReportBatchItemFailures']}";
      case KINESIS, KINESIS_CONSUMER, DYNAMODB ->
          """
          {'BatchSize': 7, 'MaximumBatchingWindowInSeconds': 5, 'ParallelizationFactor': 2,
           'MaximumRecordAgeInSeconds': 60, 'MaximumRetryAttempts': 3,
           'BisectBatchOnFunctionError': true, 'TumblingWindowInSeconds': 30,
           'FunctionResponseTypes': ['ReportBatchItemFailures'],
           'DestinationConfig': {'OnFailure':
             {'Destination': 'arn:aws:sqs:us-east-1:123456789012:failed'}}}
          """;
      case MSK ->
          """
          {'BatchSize': 7, 'MaximumBatchingWindowInSeconds': 5,
           'AmazonManagedKafkaEventSourceConfig': {'ConsumerGroupId': 'mine',
             'SchemaRegistryConfig': {'SchemaRegistryURI': 'https://registry',
               'EventRecordFormat': 'JSON', 'SchemaValidationConfigs': [{'Attribute': 'KEY'}]}},
           'ProvisionedPollerConfig': {'MinimumPollers': 2, 'MaximumPollers': 5}}
          """;
      case SELF_MANAGED_KAFKA ->
          """
          {'BatchSize': 7,
           'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 'arn:secret'}],
           'SelfManagedKafkaEventSourceConfig': {'ConsumerGroupId': 'mine'},
           'ProvisionedPollerConfig': {'MinimumPollers': 2, 'MaximumPollers': 5}}
          """;
      case MQ ->
          """
          {'BatchSize': 7, 'SourceAccessConfigurations': [
             {'Type': 'BASIC_AUTH', 'URI': 'arn:secret'}, {'Type': 'VIRTUAL_HOST', 'URI': '/'}]}
          """;
      case DOCUMENTDB ->
          """
          {'BatchSize': 7, 'DocumentDBEventSourceConfig':
             {'DatabaseName': 'shop', 'CollectionName': 'c', 'FullDocument': 'UpdateLookup'}}
          """;
    };
  }
}
