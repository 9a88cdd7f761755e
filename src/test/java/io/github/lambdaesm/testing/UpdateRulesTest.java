package io.github.lambdaesm.testing;

import static io.github.lambdaesm.testing.Refusals.assertAccepted;
import static io.github.lambdaesm.testing.Refusals.assertInvalidParameter;
import static io.github.lambdaesm.testing.Refusals.assertViolation;
import static io.github.lambdaesm.testing.Samples.arn;
import static io.github.lambdaesm.testing.Samples.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the service refuses to change. */
class UpdateRulesTest {
  private final KnownSurroundings surroundings = new KnownSurroundings();

  @ParameterizedTest
  @EnumSource
  void anUpdateMayChangeNothing(SourceKind kind) {
    assertAccepted(() -> update(kind, "{}", "{}"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO"})
  void raisingTheBatchSizeAloneAboveTen(SourceKind kind) {
    assertInvalidParameter(
        () -> update(kind, "{}", "{'BatchSize': 11}"),
        "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater"
            + " than 10");
  }

  @Test
  void batchAndWindowAreLookedAtTogetherWhereverTheyComeFrom() {
    assertAccepted(
        () -> update(SourceKind.SQS, "{'MaximumBatchingWindowInSeconds': 1}", "{'BatchSize': 11}"));
    assertInvalidParameter(
        () ->
            update(
                SourceKind.SQS,
                "{'BatchSize': 11, 'MaximumBatchingWindowInSeconds': 1}",
                "{'MaximumBatchingWindowInSeconds': 0}"),
        "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater"
            + " than 10");
  }

  @Test
  void fifoWithWindow() {
    assertInvalidParameter(
        () -> update(SourceKind.SQS_FIFO, "{}", "{'MaximumBatchingWindowInSeconds': 1}"),
        "Batching window is not supported for FIFO queues");
  }

  @Test
  void maximumConcurrencyTogetherWithProvisionedModeThatIsThere() {
    assertInvalidParameter(
        () ->
            update(
                SourceKind.SQS,
                "{'ProvisionedPollerConfig': {'MinimumPollers': 2}}",
                "{'ScalingConfig': {'MaximumConcurrency': 2}}"),
        "Provisioned mode for SQS ESM does not support maximum concurrency feature. Use"
            + " MaximumPollers as the control mechanism and remove maximum concurrency.");
  }

  @Test
  void provisionedModeInPlaceOfMaximumConcurrency() {
    assertAccepted(
        () ->
            update(
                SourceKind.SQS,
                "{'ScalingConfig': {'MaximumConcurrency': 2}}",
                "{'ScalingConfig': {}, 'ProvisionedPollerConfig': {'MinimumPollers': 2}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "MSK, AmazonManagedKafkaEventSourceConfig, amazonManagedKafkaEventSourceConfig",
    "SELF_MANAGED_KAFKA, SelfManagedKafkaEventSourceConfig, selfManagedKafkaEventSourceConfig",
  })
  void consumerGroupIdEvenUnchanged(SourceKind kind, String block, String blockInMessages) {
    String group = "{'%s': {'ConsumerGroupId': 'mine'}}".formatted(block);

    assertInvalidParameter(
        () -> update(kind, group, group),
        "Unsupported '%s.consumerGroupId' parameter for given event source mapping type."
            .formatted(blockInMessages));
  }

  @ParameterizedTest
  @CsvSource({
    "MSK, AmazonManagedKafkaEventSourceConfig",
    "SELF_MANAGED_KAFKA, SelfManagedKafkaEventSourceConfig",
  })
  void theRestOfAKafkaBlockCanBeUpdated(SourceKind kind, String block) {
    assertAccepted(
        () ->
            update(
                kind,
                "{}",
                "{'%s': {'SchemaRegistryConfig': {'EventRecordFormat': 'JSON'}}}"
                    .formatted(block)));
  }

  @Test
  void virtualHost() {
    assertInvalidParameter(
        () ->
            update(
                SourceKind.MQ,
                "{}",
                "{'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 'arn:secret'},"
                    + "{'Type': 'VIRTUAL_HOST', 'URI': '/'}]}"),
        "Unsupported 'sourceAccessConfigurations.VIRTUAL_HOST' parameter for given event source"
            + " mapping type.");
    assertAccepted(
        () ->
            update(
                SourceKind.MQ,
                "{}",
                "{'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 'arn:other'}]}"));
  }

  @ParameterizedTest
  @EnumSource(names = {"KINESIS", "KINESIS_CONSUMER", "DYNAMODB", "MSK", "SELF_MANAGED_KAFKA"})
  void onFailureWithoutDestination(SourceKind kind) {
    assertInvalidParameter(
        () -> update(kind, "{}", "{'DestinationConfig': {'OnFailure': {}}}"),
        "The Destination field is required for an OnFailure configuration.");
    assertAccepted(
        () -> update(kind, "{}", "{'DestinationConfig': {'OnFailure': {'Destination': ''}}}"));
    assertAccepted(() -> update(kind, "{}", "{'DestinationConfig': {}}"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO", "MQ", "DOCUMENTDB"})
  void onFailureOfASourceThatIsNoStream(SourceKind kind) {
    assertInvalidParameter(
        () ->
            update(kind, "{}", "{'DestinationConfig': {'OnFailure': {'Destination': 'arn:lost'}}}"),
        "Unsupported DestinationConfig parameter for given event source mapping type.");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SQS", "SQS_FIFO", "MSK", "SELF_MANAGED_KAFKA"})
  void provisionedModeOnAnUnsupportedSource(SourceKind kind) {
    assertInvalidParameter(
        () -> update(kind, "{}", "{'ProvisionedPollerConfig': {'MinimumPollers': 2}}"),
        "Unsupported ProvisionedPollerConfig parameter for given event source mapping type.");
  }

  @ParameterizedTest
  @EnumSource
  void createOnlyMembersAreIgnored(SourceKind kind) {
    assertAccepted(
        () ->
            update(
                kind,
                "{}",
                """
                {'EventSourceArn': 'arn:aws:sqs:us-east-1:123456789012:other', 'Queues': ['other'],
                 'Topics': ['one', 'two'], 'StartingPosition': 'invalid',
                 'StartingPositionTimestamp': 1, 'Tags': {'a': 'b'},
                 'SelfManagedEventSource': {'Endpoints': {'KAFKA_BOOTSTRAP_SERVERS': []}}}
                """));
  }

  @Test
  void badEnum() {
    assertViolation(
        () -> update(SourceKind.MSK, "{}", "{'LoggingConfig': {'SystemLogLevel': 'LOUD'}}"),
        "Value 'LOUD' at 'loggingConfig.systemLogLevel' failed to satisfy constraint: Member must"
            + " satisfy enum value set: [DEBUG, INFO, WARN]");
  }

  @Test
  void numberOutOfRange() {
    assertViolation(
        () -> update(SourceKind.KINESIS, "{}", "{'ParallelizationFactor': 11}"),
        "Value '11' at 'parallelizationFactor' failed to satisfy constraint: Member must have"
            + " value less than or equal to 10");
  }

  @ParameterizedTest
  @EnumSource
  void unknownFunction(SourceKind kind) {
    surroundings.without("other").without("handler");

    assertInvalidParameter(
        () -> update(kind, "{}", "{'FunctionName': 'other:live'}"), "Function does not exist");
    assertAccepted(() -> update(kind, "{}", "{'BatchSize': 5}"));
  }

  @Test
  void queueVisibilityLessThanTheTimeoutOfTheFunctionThatIsNamed() {
    surroundings
        .timeout(arn(SourceKind.SQS), Duration.ofSeconds(60))
        .timeout("handler", Duration.ofSeconds(180));

    assertInvalidParameter(
        () -> update(SourceKind.SQS, "{}", "{'FunctionName': 'handler'}"),
        "Queue visibility timeout: 60 seconds is less than Function timeout: 180 seconds");
    assertAccepted(() -> update(SourceKind.SQS, "{}", "{'BatchSize': 5}"));
  }

  @Test
  void aSourceThatIsGoneIsNoError() {
    surroundings.without(arn(SourceKind.SQS));

    assertAccepted(() -> update(SourceKind.SQS, "{}", "{'BatchSize': 5}"));
  }

  private void update(SourceKind kind, String before, String update) {
    ObjectNode stored = Merge.create(Samples.with(Samples.create(kind), before));
    Defaults.fillIn(stored, kind, "id");
    RequestShape.checkUpdate(json(update));
    UpdateRules.check(json(update), stored, Merge.apply(stored, json(update)), kind, surroundings);
  }
}
