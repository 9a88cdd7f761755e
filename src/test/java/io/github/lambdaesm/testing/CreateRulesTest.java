package io.github.lambdaesm.testing;

import static io.github.lambdaesm.testing.Refusals.assertAccepted;
import static io.github.lambdaesm.testing.Refusals.assertInvalidParameter;
import static io.github.lambdaesm.testing.Refusals.assertViolation;
import static io.github.lambdaesm.testing.Samples.arn;
import static io.github.lambdaesm.testing.Samples.json;
import static io.github.lambdaesm.testing.Samples.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the service refuses to create, one rule after the other. */
class CreateRulesTest {
  private final KnownSurroundings surroundings = new KnownSurroundings();

  @ParameterizedTest
  @EnumSource
  void theLeastThatEachKindNeedsIsAccepted(SourceKind kind) {
    assertAccepted(() -> create(kind, "{}"));
  }

  @Test
  void neitherArnNorSelfManagedBlock() {
    assertInvalidParameter(
        () -> create(json("{'FunctionName': 'handler'}")), "Unrecognized event source.");
  }

  @ParameterizedTest
  @EnumSource
  void unknownFunction(SourceKind kind) {
    surroundings.without("handler");

    assertInvalidParameter(() -> create(kind, "{}"), "Function does not exist");
    assertInvalidParameter(
        () -> create(kind, "{'FunctionName': 'handler:live'}"), "Function does not exist");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQS | {'BatchSize': 11}",
        "SQS | {'BatchSize': 11, 'MaximumBatchingWindowInSeconds': 0}",
        "SQS_FIFO | {'BatchSize': 11}",
      })
  void batchOfMoreThanTenWithoutWindow(SourceKind kind, String more) {
    assertInvalidParameter(
        () -> create(kind, more),
        "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater"
            + " than 10");
  }

  @Test
  void batchOfMoreThanTenWithWindowAndBatchOfTenWithoutAreAccepted() {
    assertAccepted(
        () -> create(SourceKind.SQS, "{'BatchSize': 11, 'MaximumBatchingWindowInSeconds': 1}"));
    assertAccepted(() -> create(SourceKind.SQS, "{'BatchSize': 10}"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SQS", "SQS_FIFO"})
  void otherSourcesTakeLargeBatchesWithoutWindow(SourceKind kind) {
    assertAccepted(() -> create(kind, "{'BatchSize': 10000}"));
  }

  @Test
  void fifoWithWindow() {
    assertInvalidParameter(
        () -> create(SourceKind.SQS_FIFO, "{'MaximumBatchingWindowInSeconds': 1}"),
        "Batching window is not supported for FIFO queues");
    assertAccepted(() -> create(SourceKind.SQS_FIFO, "{'MaximumBatchingWindowInSeconds': 0}"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO"})
  void startingPositionOfAQueue(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'StartingPosition': 'LATEST'}"),
        "StartingPosition is not valid for SQS event sources.");
  }

  @ParameterizedTest
  @EnumSource(names = {"KINESIS", "KINESIS_CONSUMER", "DYNAMODB"})
  void streamWithoutStartingPosition(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'StartingPosition': null}"),
        "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
            + " constraint: Member must not be null.");
  }

  @Test
  void managedKafkaWithoutStartingPosition() {
    assertInvalidParameter(
        () -> create(SourceKind.MSK, "{'StartingPosition': null}"),
        "Required 'startingPosition' parameter is missing.");
  }

  @ParameterizedTest
  @EnumSource(names = {"SELF_MANAGED_KAFKA", "DOCUMENTDB"})
  void othersDoWithoutStartingPosition(SourceKind kind) {
    assertAccepted(() -> create(kind, "{}"));
    assertAccepted(() -> create(kind, "{'StartingPosition': 'LATEST'}"));
  }

  @Test
  void badEnum() {
    assertViolation(
        () -> create(SourceKind.KINESIS, "{'StartingPosition': 'invalid'}"),
        "Value 'invalid' at 'startingPosition' failed to satisfy constraint: Member must satisfy"
            + " enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]");
  }

  @Test
  void dynamoDbAtTimestamp() {
    assertInvalidParameter(
        () ->
            create(
                SourceKind.DYNAMODB,
                "{'StartingPosition': 'AT_TIMESTAMP', 'StartingPositionTimestamp': 1.5}"),
        "Unsupported starting position for arn type: " + arn(SourceKind.DYNAMODB));
  }

  @ParameterizedTest
  @EnumSource(names = {"KINESIS", "KINESIS_CONSUMER", "MSK", "SELF_MANAGED_KAFKA", "DOCUMENTDB"})
  void timestampTogetherWithAtTimestampOnly(SourceKind kind) {
    assertAccepted(
        () ->
            create(kind, "{'StartingPosition': 'AT_TIMESTAMP', 'StartingPositionTimestamp': 1.5}"));
    assertInvalidParameter(
        () -> create(kind, "{'StartingPosition': 'AT_TIMESTAMP'}"),
        "Required 'startingPositionTimestamp' parameter is missing.");
    assertInvalidParameter(
        () -> create(kind, "{'StartingPosition': 'LATEST', 'StartingPositionTimestamp': 1.5}"),
        "Unsupported 'startingPositionTimestamp' parameter for given event source mapping type.");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO", "MQ"})
  void timestampWhereThereIsNoStartingPosition(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'StartingPositionTimestamp': 1.5}"),
        "Unsupported 'startingPositionTimestamp' parameter for given event source mapping type.");
  }

  @Test
  void startingPositionOfABroker() {
    assertInvalidParameter(
        () -> create(SourceKind.MQ, "{'StartingPosition': 'LATEST'}"),
        "Unsupported 'startingPosition' parameter for given event source mapping type.");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO", "MQ", "DOCUMENTDB"})
  void onFailureOfASourceThatIsNoStream(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'DestinationConfig': {'OnFailure': {'Destination': 'arn:lost'}}}"),
        "Unsupported DestinationConfig parameter for given event source mapping type.");
  }

  @ParameterizedTest
  @EnumSource
  void onSuccess(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'DestinationConfig': {'OnSuccess': {'Destination': 'arn:done'}}}"),
        "Unsupported DestinationConfig parameter for given event source mapping type.");
  }

  @ParameterizedTest
  @EnumSource(names = {"KINESIS", "KINESIS_CONSUMER", "DYNAMODB", "MSK", "SELF_MANAGED_KAFKA"})
  void streamsTakeOnFailure(SourceKind kind) {
    assertAccepted(
        () -> create(kind, "{'DestinationConfig': {'OnFailure': {'Destination': 'arn:lost'}}}"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SQS", "SQS_FIFO", "MSK", "SELF_MANAGED_KAFKA"})
  void provisionedModeOnAnUnsupportedSource(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'ProvisionedPollerConfig': {'MinimumPollers': 2}}"),
        "Unsupported ProvisionedPollerConfig parameter for given event source mapping type.");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO", "MSK", "SELF_MANAGED_KAFKA"})
  void queuesAndKafkaTakeProvisionedMode(SourceKind kind) {
    assertAccepted(() -> create(kind, "{'ProvisionedPollerConfig': {'MinimumPollers': 2}}"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO"})
  void maximumConcurrencyTogetherWithProvisionedMode(SourceKind kind) {
    assertInvalidParameter(
        () ->
            create(
                kind,
                "{'ProvisionedPollerConfig': {'MinimumPollers': 2},"
                    + "'ScalingConfig': {'MaximumConcurrency': 2}}"),
        "Provisioned mode for SQS ESM does not support maximum concurrency feature. Use"
            + " MaximumPollers as the control mechanism and remove maximum concurrency.");
    assertAccepted(() -> create(kind, "{'ScalingConfig': {'MaximumConcurrency': 2}}"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SQS", "SQS_FIFO"})
  void maximumConcurrencyOfASourceThatIsNoQueue(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'ScalingConfig': {'MaximumConcurrency': 2}}"),
        "Unsupported 'scalingConfig' parameter for given event source mapping type.");
  }

  @Test
  void documentDbWithFilters() {
    assertInvalidParameter(
        () ->
            create(
                SourceKind.DOCUMENTDB,
                "{'FilterCriteria': {'Filters': [{'Pattern': '{\\'a\\': [1]}'}]}}"),
        "Invalid parameters: filterCriteria");
  }

  @ParameterizedTest
  @EnumSource(names = {"MSK", "SELF_MANAGED_KAFKA"})
  void kafkaWithoutTopics(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'Topics': null}"), "Required 'topics' parameter is missing.");
  }

  @Test
  void brokerWithoutQueues() {
    assertInvalidParameter(
        () -> create(SourceKind.MQ, "{'Queues': null}"), "Required 'queues' parameter is missing.");
  }

  @ParameterizedTest
  @EnumSource(names = {"SELF_MANAGED_KAFKA", "MQ", "DOCUMENTDB"})
  void sourcesThatNeedAccessConfigurations(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'SourceAccessConfigurations': null}"),
        "Required 'sourceAccessConfigurations' parameter is missing.");
    assertInvalidParameter(
        () -> create(kind, "{'SourceAccessConfigurations': []}"),
        "Required 'sourceAccessConfigurations' parameter is missing.");
  }

  @Test
  void documentDbWithoutDatabase() {
    assertInvalidParameter(
        () -> create(SourceKind.DOCUMENTDB, "{'DocumentDBEventSourceConfig': {}}"),
        "Required 'documentDBEventSourceConfig' parameter is missing.");
    assertInvalidParameter(
        () ->
            create(
                SourceKind.DOCUMENTDB,
                "{'DocumentDBEventSourceConfig': {'CollectionName': 'orders'}}"),
        "Required 'documentDBEventSourceConfig.databaseName' parameter is missing.");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SELF_MANAGED_KAFKA")
  void selfManagedBlockBesideAnArn(SourceKind kind) {
    assertInvalidParameter(
        () ->
            create(
                kind,
                "{'SelfManagedEventSource':"
                    + "{'Endpoints': {'KAFKA_BOOTSTRAP_SERVERS': ['kafka:1000']}}}"),
        "Unsupported 'selfManagedEventSource' parameter for given event source mapping type.");
  }

  @Test
  void whatHasNoMeaningForASourceIsNoError() {
    assertAccepted(
        () ->
            create(
                SourceKind.SQS,
                """
                {'Topics': ['audit'], 'Queues': ['tasks'], 'ParallelizationFactor': 2,
                 'MaximumRetryAttempts': 1, 'BisectBatchOnFunctionError': true,
                 'TumblingWindowInSeconds': 1, 'MaximumRecordAgeInSeconds': 60,
                 'AmazonManagedKafkaEventSourceConfig': {'ConsumerGroupId': 'g'},
                 'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 'arn:secret'}]}
                """));
  }

  @ParameterizedTest
  @CsvSource({"SQS, 60, 180", "SQS_FIFO, 29, 30"})
  void queueVisibilityLessThanFunctionTimeout(SourceKind kind, int visibility, int timeout) {
    surroundings
        .timeout(arn(kind), Duration.ofSeconds(visibility))
        .timeout("handler", Duration.ofSeconds(timeout));

    assertInvalidParameter(
        () -> create(kind, "{'FunctionName': 'handler:live'}"),
        "Queue visibility timeout: %d seconds is less than Function timeout: %d seconds"
            .formatted(visibility, timeout));
  }

  @Test
  void queueVisibilityEqualToFunctionTimeoutOrNotKnown() {
    surroundings.timeout("handler", Duration.ofSeconds(30));
    assertAccepted(() -> create(SourceKind.SQS, "{}"));

    surroundings.timeout(arn(SourceKind.SQS), Duration.ofSeconds(30));
    assertAccepted(() -> create(SourceKind.SQS, "{}"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO"})
  void queueMissing(SourceKind kind) {
    surroundings.without(arn(kind));

    assertInvalidParameter(
        () -> create(kind, "{}"),
        "Error occurred while ReceiveMessage. SQS Error Code:"
            + " AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue"
            + " does not exist.");
  }

  @ParameterizedTest
  @EnumSource(names = {"KINESIS", "DYNAMODB"})
  void streamMissing(SourceKind kind) {
    surroundings.without(arn(kind));

    assertInvalidParameter(() -> create(kind, "{}"), "Stream not found: " + arn(kind));
  }

  @Test
  void streamOfAConsumerMissing() {
    surroundings.without(arn(SourceKind.KINESIS));

    assertInvalidParameter(
        () -> create(SourceKind.KINESIS_CONSUMER, "{}"),
        "Stream not found: " + arn(SourceKind.KINESIS_CONSUMER));
  }

  private void create(SourceKind kind, String more) {
    create(with(Samples.create(kind), more));
  }

  private void create(ObjectNode request) {
    RequestShape.checkCreate(request);
    CreateRules.check(request, SourceKind.of(request), surroundings);
  }
}
