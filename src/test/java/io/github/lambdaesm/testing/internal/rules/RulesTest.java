package io.github.lambdaesm.testing.internal.rules;

import static io.github.lambdaesm.testing.support.RejectionAssertions.assertAccepted;
import static io.github.lambdaesm.testing.support.RejectionAssertions.assertInvalidParameter;
import static io.github.lambdaesm.testing.support.RejectionAssertions.assertViolation;
import static io.github.lambdaesm.testing.support.Samples.arn;
import static io.github.lambdaesm.testing.support.Samples.json;
import static io.github.lambdaesm.testing.support.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.dispatch.MappingMerger;
import io.github.lambdaesm.testing.internal.state.Account;
import io.github.lambdaesm.testing.internal.state.Defaults;
import io.github.lambdaesm.testing.internal.state.FunctionArn;
import io.github.lambdaesm.testing.internal.state.SourceKind;
import io.github.lambdaesm.testing.support.KnownResources;
import io.github.lambdaesm.testing.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checks each rejection recorded from Lambda, with its exact message, in creates and updates. Each
 * test for a rule is named after the ID of the rule.
 */
class RulesTest {
  private static final Set<SourceKind> QUEUES = EnumSet.of(SourceKind.SQS, SourceKind.SQS_FIFO);
  private static final Set<SourceKind> KINESIS =
      EnumSet.of(SourceKind.KINESIS, SourceKind.KINESIS_CONSUMER);
  private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/k";
  private static final String FILTER =
      "{'FilterCriteria': {'Filters': [{'Pattern': '{\\'a\\': [1]}'}]}";

  private final KnownResources resources = new KnownResources();
  private final Rules rules = new Rules(false);

  @ParameterizedTest
  @EnumSource
  void acceptsMinimalRequestOfEachKind(SourceKind kind) {
    assertAccepted(() -> create(kind, "{}"));
    assertAccepted(() -> update(kind, "{}", "{}"));
  }

  @Test
  void esmSourceMissing() {
    assertInvalidParameter(
        () -> create(json("{'FunctionName': 'handler'}")), "Unrecognized event source.");
  }

  @ParameterizedTest
  @CsvSource({"s3", "docdb", "docdb-elastic"})
  void esmSourceUnsupported(String service) {
    String arn = "arn:aws:%s:us-east-1:123456789012:a".formatted(service);

    assertInvalidParameter(
        () -> create(SourceKind.OTHER, "{'EventSourceArn': '%s'}".formatted(arn)),
        "Unrecognized event source. Unsupported source arn : " + arn);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO", "DYNAMODB"})
  void esmSourceRegion(SourceKind kind) {
    String elsewhere = arn(kind).replace("us-east-1", "eu-west-1");

    assertInvalidParameter(
        () -> create(kind, "{'EventSourceArn': '%s'}".formatted(elsewhere)),
        "Event source region must match Lambda region us-east-1");
  }

  @Test
  void esmSourceAccountMq() {
    String name = "{'FunctionName': 'arn:aws:lambda:us-east-1:999999999999:function:handler'}";
    String message = "Role and event source must be in the same account as the cloud function";

    assertInvalidParameter(() -> create(SourceKind.MQ, name), message);
    assertInvalidParameter(() -> update(SourceKind.MQ, "{}", name), message);
  }

  @Test
  void esmFunctionFormat() {
    String name = "{'FunctionName': 'a b'}";
    String violation =
        "Value 'a b' at 'functionName' failed to satisfy constraint: Member must satisfy regular"
            + " expression pattern: "
            + FunctionArn.REFERENCE;

    assertViolation(() -> create(SourceKind.SQS, name), violation);
    assertViolation(() -> update(SourceKind.SQS, "{}", name), violation);
  }

  @Test
  void esmRange() {
    assertViolation(
        () -> create(SourceKind.KINESIS, "{'StartingPosition': 'invalid'}"),
        "Value 'invalid' at 'startingPosition' failed to satisfy constraint: Member must satisfy"
            + " enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]");
    String tooLong = "a".repeat(351);
    String violation =
        "Value '"
            + tooLong
            + "' at 'destinationConfig.onFailure.destination' failed to satisfy constraint: Member"
            + " must have length less than or equal to 350";
    assertViolation(() -> create(SourceKind.KINESIS, destination(tooLong)), violation);
    assertViolation(() -> update(SourceKind.KINESIS, "{}", destination(tooLong)), violation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQS | {'BatchSize': 11}",
        "SQS | {'BatchSize': 11, 'MaximumBatchingWindowInSeconds': 0}",
        "SQS_FIFO | {'BatchSize': 11}",
      })
  void esmSqsBatchWindow(SourceKind kind, String more) {
    assertBothRejected(
        EnumSet.of(kind),
        more,
        "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater"
            + " than 10");
    assertAccepted(
        () ->
            createAndUpdate(
                SourceKind.SQS, "{'BatchSize': 11, 'MaximumBatchingWindowInSeconds': 1}"));
    assertAccepted(() -> createAndUpdate(SourceKind.SQS, "{'BatchSize': 10}"));
    assertAccepted(() -> createAndUpdate(SourceKind.KINESIS, "{'BatchSize': 10000}"));
  }

  @Test
  void esmUpdateMergedBatch() {
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
  void esmFifoWindow() {
    assertBothRejected(
        EnumSet.of(SourceKind.SQS_FIFO),
        "{'MaximumBatchingWindowInSeconds': 1}",
        "Batching window is not supported for FIFO queues");
    assertAccepted(
        () -> createAndUpdate(SourceKind.SQS_FIFO, "{'MaximumBatchingWindowInSeconds': 0}"));
  }

  /** Lambda has no separate message for this rule. */
  @Test
  void esmFifoBatch() {
    assertBothRejected(
        EnumSet.of(SourceKind.SQS_FIFO),
        "{'BatchSize': 11}",
        "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater"
            + " than 10");
    assertBothRejected(
        EnumSet.of(SourceKind.SQS_FIFO),
        "{'BatchSize': 11, 'MaximumBatchingWindowInSeconds': 1}",
        "Batching window is not supported for FIFO queues");
  }

  @ParameterizedTest
  @EnumSource(names = {"KINESIS", "KINESIS_CONSUMER", "DYNAMODB"})
  void esmStartRequired(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'StartingPosition': null}"),
        "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
            + " constraint: Member must not be null.");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO"})
  void esmStartSqs(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'StartingPosition': 'LATEST'}"),
        "StartingPosition is not valid for SQS event sources.");
  }

  @Test
  void esmStartMq() {
    assertInvalidParameter(
        () -> create(SourceKind.MQ, "{'StartingPosition': 'LATEST'}"),
        "Unsupported 'startingPosition' parameter for given event source mapping type.");
  }

  @Test
  void esmStartDdbTimestamp() {
    assertInvalidParameter(
        () ->
            create(
                SourceKind.DYNAMODB,
                "{'StartingPosition': 'AT_TIMESTAMP', 'StartingPositionTimestamp': 1.5}"),
        "Unsupported starting position for arn type: " + arn(SourceKind.DYNAMODB));
  }

  @Test
  void esmStartTimestampOnlyAt() {
    assertInvalidParameter(
        () ->
            create(
                SourceKind.KINESIS,
                "{'StartingPosition': 'TRIM_HORIZON', 'StartingPositionTimestamp': 1767225600}"),
        "Timestamp only valid with StartingPosition AT_TIMESTAMP");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO"})
  void esmStartTimestampSqs(SourceKind kind) {
    assertInvalidParameter(
        () -> create(kind, "{'StartingPositionTimestamp': 1.5}"),
        "Timestamp is not valid for SQS event sources.");
  }

  @Test
  void esmStartTimestampMq() {
    assertInvalidParameter(
        () -> create(SourceKind.MQ, "{'StartingPositionTimestamp': 1.5}"),
        "Unsupported 'startingPositionTimestamp' parameter for given event source mapping type.");
  }

  @Test
  void esmBisectSource() {
    assertUnsupported(QUEUES, "BisectBatchOnFunctionError", "true");
    assertAccepted(() -> createAndUpdate(SourceKind.MSK, "{'BisectBatchOnFunctionError': true}"));
  }

  @Test
  void esmRecordAgeSource() {
    assertUnsupported(QUEUES, "MaximumRecordAgeInSeconds", "60");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "59"})
  void esmRecordAgeRange(int seconds) {
    assertBothRejected(
        EnumSet.complementOf(EnumSet.copyOf(QUEUES)),
        "{'MaximumRecordAgeInSeconds': %d}".formatted(seconds),
        "MaximumRecordAgeInSeconds must be either -1 (forever) or between 60 and 604800"
            + " (inclusive)");
    assertAccepted(() -> createAndUpdate(SourceKind.KINESIS, "{'MaximumRecordAgeInSeconds': 60}"));
    assertAccepted(() -> createAndUpdate(SourceKind.KINESIS, "{'MaximumRecordAgeInSeconds': -1}"));
  }

  @Test
  void esmRetriesSource() {
    assertUnsupported(QUEUES, "MaximumRetryAttempts", "1");
  }

  @Test
  void esmParallelizationSource() {
    assertUnsupported(QUEUES, "ParallelizationFactor", "2");
  }

  @Test
  void esmTumblingSource() {
    assertUnsupported(QUEUES, "TumblingWindowInSeconds", "1");
  }

  @Test
  void esmDestinationSource() {
    assertUnsupported(
        QUEUES,
        "DestinationConfig",
        "{'OnFailure': {'Destination': 'arn:aws:sqs:us-east-1:123456789012:dlq'}}");
  }

  @Test
  void esmOnsuccess() {
    assertUnsupported(
        QUEUES,
        "DestinationConfig",
        "{'OnSuccess': {'Destination': 'arn:aws:sqs:us-east-1:123456789012:done'}}");
  }

  @Test
  void esmResponseTypesSource() {
    assertBothRejected(
        EnumSet.of(SourceKind.MQ),
        "{'FunctionResponseTypes': ['ReportBatchItemFailures']}",
        "Unsupported 'functionResponseTypes' parameter for given event source mapping type.");
    assertAccepted(
        () ->
            createAndUpdate(
                SourceKind.SQS, "{'FunctionResponseTypes': ['ReportBatchItemFailures']}"));
  }

  @Test
  void esmScalingSource() {
    assertUnsupported(KINESIS, "ScalingConfig", "{'MaximumConcurrency': 2}");
    assertAccepted(
        () -> createAndUpdate(SourceKind.SQS, "{'ScalingConfig': {'MaximumConcurrency': 2}}"));
  }

  @Test
  void esmProvisionedSource() {
    assertUnsupported(KINESIS, "ProvisionedPollerConfig", "{'MinimumPollers': 2}");
    assertAccepted(
        () ->
            createAndUpdate(SourceKind.SQS, "{'ProvisionedPollerConfig': {'MinimumPollers': 2}}"));
  }

  @Test
  void esmLoggingSource() {
    assertUnsupported(QUEUES, "LoggingConfig", "{'SystemLogLevel': 'INFO'}");
  }

  @Test
  void esmMetricsSource() {
    assertBothRejected(
        QUEUES,
        "{'MetricsConfig': {'Metrics': ['EventCount', 'ErrorCount']}}",
        "Invalid EventSourceMapping metrics. Expected values: [EventCount]");
    assertAccepted(
        () -> createAndUpdate(SourceKind.SQS, "{'MetricsConfig': {'Metrics': ['EventCount']}}"));
  }

  @Test
  void esmPollerGroupSource() {
    assertBothRejected(
        QUEUES,
        "{'ProvisionedPollerConfig': {'MinimumPollers': 2, 'PollerGroupName': 'g'}}",
        "Invalid parameter: pollerGroupName");
  }

  @ParameterizedTest
  @CsvSource({"CLIENT_CERTIFICATE_TLS_AUTH", "SASL_SCRAM_512_AUTH"})
  void esmAccessTypeMq(String type) {
    assertBothRejected(
        EnumSet.of(SourceKind.MQ),
        "{'SourceAccessConfigurations': [{'Type': '%s', 'URI': 'arn:secret'}]}".formatted(type),
        "Unsupported source access configurations type for given event source mapping type.");
  }

  @Test
  void esmFilterDocdb() {
    assertBothRejected(
        EnumSet.of(SourceKind.DOCUMENTDB), FILTER + "}", "Invalid parameters: filterCriteria");
  }

  @Test
  void esmKafkaTopics() {
    assertInvalidParameter(
        () -> create(SourceKind.MSK, "{'Topics': null}"),
        "Required 'topics' parameter is missing.");
  }

  @Test
  void esmSmkAccess() {
    assertInvalidParameter(
        () -> create(SourceKind.SELF_MANAGED_KAFKA, "{'SourceAccessConfigurations': []}"),
        "Required 'sourceAccessConfigurations' parameter is missing.");
  }

  @Test
  void esmMqAccess() {
    assertInvalidParameter(
        () -> create(SourceKind.MQ, "{'SourceAccessConfigurations': null}"),
        "Required 'sourceAccessConfigurations' parameter is missing.");
  }

  @Test
  void esmDocdbAccess() {
    assertInvalidParameter(
        () -> create(SourceKind.DOCUMENTDB, "{'SourceAccessConfigurations': null}"),
        "Invalid parameters: sourceAccessConfigurations, sourceAccessConfigurations");
  }

  @Test
  void esmDocdbDatabase() {
    assertInvalidParameter(
        () ->
            create(
                SourceKind.DOCUMENTDB,
                "{'DocumentDBEventSourceConfig': {'CollectionName': 'orders'}}"),
        "Invalid parameters: databaseName");
    assertAccepted(
        () ->
            update(
                SourceKind.DOCUMENTDB,
                "{}",
                "{'DocumentDBEventSourceConfig': {'CollectionName': 'orders'}}"));
  }

  @Test
  void esmOnfailureEmpty() {
    for (SourceKind kind : EnumSet.complementOf(EnumSet.copyOf(QUEUES))) {
      assertInvalidParameter(
          () -> update(kind, "{}", "{'DestinationConfig': {'OnFailure': {}}}"),
          "The Destination field is required for an OnFailure configuration.");
    }
    assertAccepted(() -> update(SourceKind.KINESIS, "{}", destination("")));
    assertAccepted(() -> update(SourceKind.KINESIS, "{}", "{'DestinationConfig': {}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'MinimumPollers': 1}",
        "{'MaximumPollers': 1}",
        "{'MaximumPollers': 10001}",
        "{'MinimumPollers': 1, 'MaximumPollers': 10}",
      })
  void esmSqsPollers(String pollers) {
    assertBothRejected(
        QUEUES,
        "{'ProvisionedPollerConfig': %s}".formatted(pollers),
        "MinimumPollers should be between [2, 200] and MaximumPollers should be between"
            + " [MinimumPollers, 10000]");
    assertAccepted(
        () ->
            createAndUpdate(
                SourceKind.SQS,
                "{'ProvisionedPollerConfig': {'MinimumPollers': 200, 'MaximumPollers': 10000}}"));
  }

  @Test
  void esmPollersOrder() {
    assertBothRejected(
        EnumSet.of(
            SourceKind.SQS, SourceKind.SQS_FIFO, SourceKind.MSK, SourceKind.SELF_MANAGED_KAFKA),
        "{'ProvisionedPollerConfig': {'MinimumPollers': 10, 'MaximumPollers': 9}}",
        "MinimumPollers must be less than or equal to MaximumPollers.");
  }

  @Test
  void esmScalingExclusive() {
    String message =
        "Provisioned mode for SQS ESM does not support maximum concurrency feature. Use"
            + " MaximumPollers as the control mechanism and remove maximum concurrency.";

    assertBothRejected(
        QUEUES,
        "{'ProvisionedPollerConfig': {'MinimumPollers': 2},"
            + "'ScalingConfig': {'MaximumConcurrency': 2}}",
        message);
    assertInvalidParameter(
        () ->
            update(
                SourceKind.SQS,
                "{'ProvisionedPollerConfig': {'MinimumPollers': 2}}",
                "{'ScalingConfig': {'MaximumConcurrency': 2}}"),
        message);
    assertAccepted(
        () ->
            update(
                SourceKind.SQS,
                "{'ScalingConfig': {'MaximumConcurrency': 2}}",
                "{'ScalingConfig': {}, 'ProvisionedPollerConfig': {'MinimumPollers': 2}}"));
  }

  @Test
  void esmConcurrencyVsReserved() {
    resources.reserved("handler", 5);

    assertBothRejected(
        QUEUES,
        "{'ScalingConfig': {'MaximumConcurrency': 100}}",
        "MaximumConcurrency: 100 is greater than Function Reserved Concurrency: 5");
    assertAccepted(
        () -> createAndUpdate(SourceKind.SQS, "{'ScalingConfig': {'MaximumConcurrency': 5}}"));
    assertAccepted(
        () ->
            update(
                SourceKind.SQS,
                "{'ScalingConfig': {'MaximumConcurrency': 100}}",
                "{'BatchSize': 3}"));
  }

  /** A name of more than 64 characters was rejected for another reason. */
  @Test
  void esmFunctionNameLong() {
    assertAccepted(
        () -> createAndUpdate(SourceKind.SQS, "{'FunctionName': '%s'}".formatted("f".repeat(65))));
  }

  /** Filters on keys other than the documented ones work. */
  @Test
  void esmFilterKey() {
    assertThat(create(SourceKind.DYNAMODB, filters("{\\'eventName\\': [\\'INSERT\\']}", 1)))
        .isEmpty();
  }

  @Test
  void acceptsIamAuthWithoutUri() {
    assertThat(
            create(
                SourceKind.SELF_MANAGED_KAFKA,
                "{'SourceAccessConfigurations': [{'Type': 'IAM_AUTH'}]}"))
        .isEmpty();
  }

  @Test
  void ignoresConsumptionModeOutsideItsConfig() {
    assertThat(create(SourceKind.SELF_MANAGED_KAFKA, "{'ConsumptionMode': 'Queue'}"))
        .noneMatch(warning -> warning.contains("mode"));
  }

  @ParameterizedTest
  @EnumSource(names = {"MSK", "SELF_MANAGED_KAFKA", "MQ", "DOCUMENTDB"})
  void warnsAboutAdviceButNeverRejectsIt(SourceKind kind) {
    String window = "{'MaximumBatchingWindowInSeconds': 5}";

    assertThat(create(kind, window)).anyMatch(it -> it.contains("(esm-window-on-push-default: "));
    assertThat(update(kind, "{}", window))
        .anyMatch(it -> it.contains("(esm-window-on-push-default: "));
    assertAccepted(() -> update(new Rules(true), kind, "{}", window));
  }

  @Test
  void esmDestinationService() {
    assertBothRejected(
        EnumSet.complementOf(EnumSet.copyOf(QUEUES)),
        destination("arn:aws:lambda:us-east-1:123456789012:function:f"),
        "The service specified by the TargetArn isn't supported as a destination.");
    assertAccepted(() -> createAndUpdate(SourceKind.KINESIS, destination("arn:aws:s3:::bucket")));
  }

  @Test
  void esmDestinationFifo() {
    assertBothRejected(
        EnumSet.of(SourceKind.KINESIS, SourceKind.DYNAMODB),
        destination("arn:aws:sqs:us-east-1:123456789012:dlq.fifo"),
        "FIFO-type Amazon SQS queues aren't supported as a destination.");
  }

  @ParameterizedTest
  @CsvSource({"6", "11"})
  void esmFilterCount(int filters) {
    assertBothRejected(
        EnumSet.complementOf(EnumSet.of(SourceKind.DOCUMENTDB)),
        filters("{\\'a\\': [1]}", filters),
        "Too many filter patterns, maximum allowed 5 patterns, provided %d patterns."
            .formatted(filters));
    assertAccepted(() -> createAndUpdate(SourceKind.SQS, filters("{\\'a\\': [1]}", 5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null",
        "simple string",
        "{\\'eventSource\\': \\'aws:sqs\\'}",
        "{\\'eventSource\\': []}",
        "[{\\'eventName\\': [\\'INSERT\\'=123}]",
        "[{\\'eventName\\': [\\'INSERT\\']}]",
        "{\\'body\\': {\\'kind\\': 1}}",
        "{\\'body\\': [1]} and more",
        "{\\'body\\': [1]} {}",
        "{\\'body\\': [1]",
        "body = 1",
      })
  void esmFilterSyntax(String pattern) {
    assertBothRejected(
        EnumSet.complementOf(EnumSet.of(SourceKind.DOCUMENTDB)),
        filters(pattern, 1),
        "Invalid filter pattern definition.");
  }

  @Test
  void esmKmsPolicy() {
    resources.denyDecryption(KEY);

    assertInvalidParameter(
        () -> create(SourceKind.SQS, FILTER + ", 'KMSKeyArn': '" + KEY + "'}"),
        "Lambda service principal was denied access to decrypt your filter criteria. Please check"
            + " your KMS key policy");
    assertAccepted(() -> create(SourceKind.SQS, FILTER + ", 'KMSKeyArn': '" + KEY + "2'}"));
  }

  @ParameterizedTest
  @CsvSource({"SQS, 60, 180", "SQS_FIFO, 29, 30"})
  void esmVisibility(SourceKind kind, int visibility, int timeout) {
    resources
        .timeout(arn(kind), Duration.ofSeconds(visibility))
        .timeout("handler", Duration.ofSeconds(timeout));

    assertBothRejected(
        EnumSet.of(kind),
        "{'FunctionName': 'handler:live'}",
        "Queue visibility timeout: %d seconds is less than Function timeout: %d seconds"
            .formatted(visibility, timeout));
    resources.timeout("handler", Duration.ofSeconds(visibility));
    assertAccepted(() -> createAndUpdate(kind, "{'FunctionName': 'handler:live'}"));
  }

  @ParameterizedTest
  @CsvSource({
    "MSK, AmazonManagedKafkaEventSourceConfig, amazonManagedKafkaEventSourceConfig",
    "SELF_MANAGED_KAFKA, SelfManagedKafkaEventSourceConfig, selfManagedKafkaEventSourceConfig",
  })
  void esmUpdateCreateOnly(SourceKind kind, String block, String blockInMessages) {
    String group = "{'%s': {'ConsumerGroupId': 'mine'}}".formatted(block);

    assertInvalidParameter(
        () -> update(kind, group, group),
        "Unsupported '%s.consumerGroupId' parameter for given event source mapping type."
            .formatted(blockInMessages));
    assertAccepted(
        () ->
            update(
                kind,
                group,
                "{'%s': {'SchemaRegistryConfig': {'EventRecordFormat': 'JSON'}}}"
                    .formatted(block)));
  }

  @ParameterizedTest
  @EnumSource
  void esmFunctionMissing(SourceKind kind) {
    resources.without("other");

    assertBothRejected(
        EnumSet.of(kind), "{'FunctionName': 'other:live'}", "Function does not exist");
    resources.without("handler");
    assertAccepted(() -> update(kind, "{}", "{'BatchSize': 5}"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO"})
  void esmQueueMissing(SourceKind kind) {
    resources.without(arn(kind));

    assertInvalidParameter(
        () -> create(kind, "{}"),
        "Error occurred while ReceiveMessage. SQS Error Code:"
            + " AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue"
            + " does not exist.");
    assertAccepted(() -> update(kind, "{}", "{'BatchSize': 5}"));
  }

  @ParameterizedTest
  @EnumSource(names = {"KINESIS", "KINESIS_CONSUMER", "DYNAMODB"})
  void esmStreamMissing(SourceKind kind) {
    resources.without(arn(kind).replaceFirst("/consumer/.*", ""));

    assertInvalidParameter(() -> create(kind, "{}"), "Stream not found: " + arn(kind));
  }

  @ParameterizedTest
  @EnumSource
  void ignoresMembersThatUpdatesDoNotHave(SourceKind kind) {
    assertAccepted(
        () ->
            update(
                kind,
                "{}",
                """
                {'EventSourceArn': 'arn:aws:sqs:eu-west-1:123456789012:other', 'Queues': ['other'],
                 'Topics': ['one', 'two'], 'StartingPosition': 'invalid',
                 'StartingPositionTimestamp': 1, 'Tags': {'a': 'b'},
                 'SelfManagedEventSource': {'Endpoints': {'KAFKA_BOOTSTRAP_SERVERS': []}}}
                """));
  }

  /** Covers rules that are documented, enforced by tools, or recorded for another source. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          esm-source-unsupported | OTHER | create | {}
          esm-source-both | SQS | create | {'SelfManagedEventSource': {'Endpoints': {'KAFKA_BOOTSTRAP_SERVERS': ['a:1']}}}
          esm-source-region | KINESIS | create | {'EventSourceArn': 'arn:aws:kinesis:eu-west-1:123456789012:stream/s'}
          esm-function-region | SQS | both | {'FunctionName': 'arn:aws:lambda:eu-west-1:123456789012:function:handler'}
          esm-start-required | MSK | create | {'StartingPosition': null}
          esm-start-required | DOCUMENTDB | create | {'StartingPosition': null}
          esm-start-timestamp-only-at | MSK | create | {'StartingPositionTimestamp': 1}
          esm-start-at-needs-timestamp | KINESIS | create | {'StartingPosition': 'AT_TIMESTAMP'}
          esm-start-timestamp-future | KINESIS | create | {'StartingPosition': 'AT_TIMESTAMP', 'StartingPositionTimestamp': 9999999999}
          esm-queue-mode | SELF_MANAGED_KAFKA | create | {'SelfManagedKafkaEventSourceConfig': {'ConsumptionMode': 'Queue'}, 'MaximumBatchingWindowInSeconds': 1}
          esm-queue-mode | SELF_MANAGED_KAFKA | create | {'SelfManagedKafkaEventSourceConfig': {'ConsumptionMode': 'Queue'}, 'StartingPosition': 'LATEST'}
          esm-kafka-topics | SELF_MANAGED_KAFKA | create | {'Topics': null}
          esm-mq-queue | MQ | create | {'Queues': null}
          esm-smk-access | SELF_MANAGED_KAFKA | create | {'SourceAccessConfigurations': null, 'ProvisionedPollerConfig': {'MinimumPollers': 1}}
          esm-docdb-database | DOCUMENTDB | create | {'DocumentDBEventSourceConfig': null}
          esm-schema-registry | MSK | both | {'AmazonManagedKafkaEventSourceConfig': {'SchemaRegistryConfig': {'SchemaRegistryURI': 'u'}}, 'ProvisionedPollerConfig': {'MinimumPollers': 1}}
          esm-schema-registry-provisioned | MSK | both | {'AmazonManagedKafkaEventSourceConfig': {'SchemaRegistryConfig': {'SchemaRegistryURI': 'u', 'EventRecordFormat': 'JSON', 'SchemaValidationConfigs': [{'Attribute': 'KEY'}]}}}
          esm-bisect-source | MQ | both | {'BisectBatchOnFunctionError': true}
          esm-record-age-source | DOCUMENTDB | both | {'MaximumRecordAgeInSeconds': 60}
          esm-retries-source | MQ | both | {'MaximumRetryAttempts': 1}
          esm-parallelization-source | MSK | both | {'ParallelizationFactor': 2}
          esm-tumbling-source | SELF_MANAGED_KAFKA | both | {'TumblingWindowInSeconds': 1}
          esm-destination-source | MQ | both | {'DestinationConfig': {'OnFailure': {'Destination': 'arn:aws:sqs:us-east-1:123456789012:dlq'}}}
          esm-onsuccess | KINESIS | both | {'DestinationConfig': {'OnSuccess': {'Destination': 'arn:aws:sqs:us-east-1:123456789012:done'}}}
          esm-response-types-source | DOCUMENTDB | both | {'FunctionResponseTypes': ['ReportBatchItemFailures']}
          esm-scaling-source | DYNAMODB | both | {'ScalingConfig': {'MaximumConcurrency': 2}}
          esm-provisioned-source | MQ | both | {'ProvisionedPollerConfig': {'MinimumPollers': 2}}
          esm-logging-source | KINESIS | both | {'LoggingConfig': {'SystemLogLevel': 'INFO'}}
          esm-logging-source | MSK | both | {'LoggingConfig': {'SystemLogLevel': 'INFO'}}
          esm-metrics-source | DYNAMODB | both | {'MetricsConfig': {'Metrics': ['ErrorCount']}}
          esm-kafka-block-mismatch | SQS | both | {'AmazonManagedKafkaEventSourceConfig': {'ConsumerGroupId': 'g'}}
          esm-kafka-block-mismatch | MSK | both | {'SelfManagedKafkaEventSourceConfig': {'ConsumptionMode': 'Stream'}}
          esm-topics-source | SQS | create | {'Topics': ['t']}
          esm-queues-source | KINESIS | create | {'Queues': ['q']}
          esm-access-source | SQS | both | {'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 'arn:secret'}]}
          esm-access-type-mq | MQ | both | {'SourceAccessConfigurations': [{'Type': 'VPC_SUBNET', 'URI': 's'}]}
          esm-smk-vpc-pair | SELF_MANAGED_KAFKA | both | {'SourceAccessConfigurations': [{'Type': 'VPC_SUBNET', 'URI': 's'}]}
          esm-smk-two-auth | SELF_MANAGED_KAFKA | both | {'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 's'}, {'Type': 'SASL_SCRAM_512_AUTH', 'URI': 's'}]}
          esm-oauth-scope | SELF_MANAGED_KAFKA | both | {'SourceAccessConfigurations': [{'Type': 'OAUTHBEARER_SCOPE', 'URI': 's'}]}
          esm-oauth-iam | SELF_MANAGED_KAFKA | both | {'SourceAccessConfigurations': [{'Type': 'IAM_OAUTHBEARER_AUTH'}]}
          esm-access-uri | SELF_MANAGED_KAFKA | both | {'SourceAccessConfigurations': [{'Type': 'IAM_AUTH', 'URI': 's'}]}
          esm-provisioned-empty-create | SQS | create | {'ProvisionedPollerConfig': {}}
          esm-kafka-pollers | MSK | both | {'ProvisionedPollerConfig': {'MaximumPollers': 2001}}
          esm-destination-service | KINESIS | both | {'DestinationConfig': {'OnFailure': {'Destination': 'arn:aws:events:us-east-1:123456789012:event-bus/b'}}}
          esm-destination-fifo | MSK | both | {'DestinationConfig': {'OnFailure': {'Destination': 'arn:aws:sqs:us-east-1:123456789012:q.fifo'}}}
          esm-destination-fifo | KINESIS | both | {'DestinationConfig': {'OnFailure': {'Destination': 'arn:aws:sns:us-east-1:123456789012:t.fifo'}}}
          esm-destination-kafka | KINESIS | both | {'DestinationConfig': {'OnFailure': {'Destination': 'kafka://lost'}}}
          esm-destination-kafka | MSK | both | {'DestinationConfig': {'OnFailure': {'Destination': 'kafka://lost'}}}
          esm-filter-syntax | SQS | both | {'FilterCriteria': {'Filters': [{'Pattern': '{}'}]}}
          esm-filter-syntax | SQS | both | {'FilterCriteria': {'Filters': [{}]}}
          esm-filter-syntax | SQS | both | {'FilterCriteria': {'Filters': [{'Pattern': '{\\'body\\': [[1]]}'}]}}
          esm-filter-kinesis-nonjson | KINESIS | both | {'FilterCriteria': {'Filters': [{'Pattern': '{\\'data\\': [\\'text\\']}'}]}}
          esm-kms-needs-filters | SQS | both | {'KMSKeyArn': 'arn:aws:kms:us-east-1:123456789012:key/k'}
          esm-update-create-only | SELF_MANAGED_KAFKA | update | {'SelfManagedKafkaEventSourceConfig': {'ConsumptionMode': 'Queue'}}
          esm-update-virtual-host | MQ | update | {'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 's'}, {'Type': 'VIRTUAL_HOST', 'URI': '/'}]}
          esm-visibility | SQS | update | {'BatchSize': 5}
          """)
  void warnsAboutUnrecordedViolations(String id, SourceKind kind, String on, String more) {
    resources
        .timeout(arn(SourceKind.SQS), Duration.ofSeconds(1))
        .timeout(on.equals("update") ? "handler" : "another", Duration.ofSeconds(2));
    List<String> warnings =
        Stream.of("create", "update")
            .filter(each -> on.equals("both") || on.equals(each))
            .map(each -> each.equals("create") ? create(kind, more) : update(kind, "{}", more))
            .peek(found -> assertThat(found).anyMatch(it -> it.contains("(" + id + ": ")))
            .flatMap(List::stream)
            .toList();

    assertThat(warnings).allMatch(it -> it.matches("(Create|Update)EventSourceMapping, .*: .*"));
    assertEnforced(id, kind, on, more);
  }

  private void assertEnforced(String id, SourceKind kind, String on, String more) {
    Rules strict = new Rules(true);
    assertThat(Set.of("create", "update", "both")).contains(on);
    assertThatThrownBy(
            () -> {
              if (on.equals("update")) {
                update(strict, kind, "{}", more);
              } else {
                create(strict, with(request(kind), more));
              }
            })
        .isInstanceOf(ServiceError.class)
        .hasMessageStartingWith("FakeLambda, not Lambda, rejects this: ")
        .hasMessageMatching(".*\\(esm-[a-z-]+: .*recorded.*\\)");
    assertThat(id).startsWith("esm-");
  }

  @Test
  void hasTestNamedAfterEachRecordedRule() {
    Set<String> tests =
        Arrays.stream(getClass().getDeclaredMethods())
            .map(method -> method.getName().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());

    assertThat(RuleTable.RULES)
        .filteredOn(rule -> !rule.kinds(Evidence.RECORDED).isEmpty())
        .allSatisfy(rule -> assertThat(tests).contains(rule.id().replace("-", "")));
  }

  private void assertUnsupported(Set<SourceKind> kinds, String member, String value) {
    assertBothRejected(
        kinds,
        "{'%s': %s}".formatted(member, value),
        "Unsupported %s parameter for given event source mapping type.".formatted(member));
  }

  private void assertBothRejected(Set<SourceKind> kinds, String more, String message) {
    for (SourceKind kind : kinds) {
      assertInvalidParameter(() -> create(kind, more), message);
      assertInvalidParameter(() -> update(kind, "{}", more), message);
    }
  }

  private static String destination(String arn) {
    return "{'DestinationConfig': {'OnFailure': {'Destination': '%s'}}}".formatted(arn);
  }

  private static String filters(String pattern, int count) {
    return Stream.generate(() -> "{'Pattern': '" + pattern + "'}")
        .limit(count)
        .collect(Collectors.joining(", ", "{'FilterCriteria': {'Filters': [", "]}}"));
  }

  private void createAndUpdate(SourceKind kind, String more) {
    create(kind, more);
    update(kind, "{}", more);
  }

  private static ObjectNode request(SourceKind kind) {
    return Samples.create(kind);
  }

  private List<String> create(SourceKind kind, String more) {
    return create(with(request(kind), more));
  }

  private List<String> create(ObjectNode request) {
    return create(rules, request);
  }

  private List<String> create(Rules rulesToApply, ObjectNode request) {
    RequestValidator.checkCreate(request);
    ObjectNode mapping = MappingMerger.create(request);
    return check(rulesToApply, false, request, mapping, SourceKind.of(request));
  }

  private List<String> update(SourceKind kind, String before, String update) {
    return update(rules, kind, before, update);
  }

  private List<String> update(Rules rulesToApply, SourceKind kind, String before, String update) {
    ObjectNode request = json(update);
    ObjectNode stored = MappingMerger.create(with(request(kind), before));
    stored.put("FunctionArn", "arn:aws:lambda:us-east-1:123456789012:function:handler");
    Defaults.fillIn(stored, kind, "id");
    RequestValidator.checkUpdate(request);
    return check(rulesToApply, true, request, MappingMerger.apply(stored, request), kind);
  }

  private List<String> check(
      Rules rulesToApply, boolean update, ObjectNode request, ObjectNode mapping, SourceKind kind) {
    Account account = new Account("us-east-1", "123456789012");
    if (request.hasNonNull("FunctionName")) {
      mapping.put("FunctionArn", account.functionArn(request.get("FunctionName").asText()));
    }
    return rulesToApply.check(
        new MappingChange(update, request, mapping, kind, account, resources, Instant.now()));
  }
}
