package io.github.lambdaesm.testing.internal.rules;

import static io.github.lambdaesm.testing.support.RejectionAssertions.assertAccepted;
import static io.github.lambdaesm.testing.support.RejectionAssertions.assertRejected;
import static io.github.lambdaesm.testing.support.RejectionAssertions.assertViolation;
import static io.github.lambdaesm.testing.support.Samples.json;
import static io.github.lambdaesm.testing.support.Samples.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.state.FunctionArn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the constraints of a request that do not depend on the event source. */
class RequestValidatorTest {
  private static final ObjectNode REQUEST = json("{'FunctionName': 'handler'}");

  @Test
  void rejectsUnknownStartingPosition() {
    assertViolation(
        () -> create("{'StartingPosition': 'invalid'}"),
        "Value 'invalid' at 'startingPosition' failed to satisfy constraint: Member must satisfy"
            + " enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH'}, {'Type': 'X'}]} |"
            + " sourceAccessConfigurations.2.member.type |"
            + " [BASIC_AUTH, VPC_SUBNET, VPC_SECURITY_GROUP, SASL_SCRAM_512_AUTH,"
            + " SASL_SCRAM_256_AUTH, VIRTUAL_HOST, CLIENT_CERTIFICATE_TLS_AUTH,"
            + " SERVER_ROOT_CA_CERTIFICATE, OAUTHBEARER_AUTH, OAUTHBEARER_SCOPE,"
            + " OAUTHBEARER_AUDIENCE, OAUTHBEARER_LOGICAL_CLUSTER, OAUTHBEARER_IDENTITY_POOL,"
            + " IAM_AUTH, IAM_OAUTHBEARER_AUTH]",
        "{'DocumentDBEventSourceConfig': {'FullDocument': 'X'}} |"
            + " documentDBEventSourceConfig.fullDocument | [UpdateLookup, Default]",
        "{'LoggingConfig': {'SystemLogLevel': 'X'}} | loggingConfig.systemLogLevel |"
            + " [DEBUG, INFO, WARN]",
        "{'SelfManagedKafkaEventSourceConfig': {'SchemaRegistryConfig':"
            + " {'EventRecordFormat': 'X'}}} |"
            + " selfManagedKafkaEventSourceConfig.schemaRegistryConfig.eventRecordFormat |"
            + " [JSON, SOURCE]",
        "{'AmazonManagedKafkaEventSourceConfig': {'SchemaRegistryConfig':"
            + " {'AccessConfigs': [{'Type': 'X'}]}}} |"
            + " amazonManagedKafkaEventSourceConfig.schemaRegistryConfig"
            + ".accessConfigs.1.member.type |"
            + " [BASIC_AUTH, CLIENT_CERTIFICATE_TLS_AUTH, SERVER_ROOT_CA_CERTIFICATE,"
            + " OAUTHBEARER_AUTH]",
        "{'SelfManagedKafkaEventSourceConfig': {'ConsumptionMode': 'X'}} |"
            + " selfManagedKafkaEventSourceConfig.consumptionMode | [Stream, Queue]",
        "{'AmazonManagedKafkaEventSourceConfig': {'SchemaRegistryConfig':"
            + " {'SchemaValidationConfigs': [{'Attribute': 'X'}]}}} |"
            + " amazonManagedKafkaEventSourceConfig.schemaRegistryConfig"
            + ".schemaValidationConfigs.1.member.attribute | [KEY, VALUE]",
      })
  void rejectsUnknownEnumValue(String more, String path, String knownValues) {
    assertViolation(
        () -> create(more),
        "Value 'X' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
            .formatted(path, knownValues));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'FunctionResponseTypes': ['X']} | functionResponseTypes | [X] |"
            + " [ReportBatchItemFailures]",
        "{'MetricsConfig': {'Metrics': ['EventCount', 'X']}} | metricsConfig.metrics |"
            + " [EventCount, X] | [EventCount, ErrorCount, KafkaMetrics]",
      })
  void reportsUnknownEnumValueOnItsList(String more, String path, String list, String knownValues) {
    assertViolation(
        () -> create(more),
        ("Value '%s' at '%s' failed to satisfy constraint: Member must satisfy constraint:"
                + " [Member must satisfy enum value set: %s, Member must not be null]")
            .formatted(list, path, knownValues));
  }

  @Test
  void reportsUnknownEndpointTypeOnItsMap() {
    assertViolation(
        () -> create("{'SelfManagedEventSource': {'Endpoints': {'X': ['kafka:1000']}}}"),
        "Value '{X=[kafka:1000]}' at 'selfManagedEventSource.endpoints' failed to satisfy"
            + " constraint: Map keys must satisfy constraint: [Member must satisfy enum value set:"
            + " [KAFKA_BOOTSTRAP_SERVERS]]");
  }

  @Test
  void reportsEmptyServerListOnItsMap() {
    assertViolation(
        () -> create("{'SelfManagedEventSource': {'Endpoints': {'KAFKA_BOOTSTRAP_SERVERS': []}}}"),
        "Value '{KAFKA_BOOTSTRAP_SERVERS=[]}' at 'selfManagedEventSource.endpoints' failed to"
            + " satisfy constraint: Map value must satisfy constraint: [Member must have length"
            + " less than or equal to 10, Member must have length greater than or equal to 1,"
            + " Member must satisfy constraint: [Member must have length less than or equal to 300,"
            + " Member must have length greater than or equal to 1, Member must not be null]]");
  }

  @ParameterizedTest
  @CsvSource({
    "{'BatchSize': %d}, batchSize, 1, 10000",
    "{'MaximumBatchingWindowInSeconds': %d}, maximumBatchingWindowInSeconds, 0, 300",
    "{'ParallelizationFactor': %d}, parallelizationFactor, 1, 10",
    "{'MaximumRecordAgeInSeconds': %d}, maximumRecordAgeInSeconds, -1, 604800",
    "{'MaximumRetryAttempts': %d}, maximumRetryAttempts, -1, 10000",
    "{'TumblingWindowInSeconds': %d}, tumblingWindowInSeconds, 0, 900",
    "{'ScalingConfig': {'MaximumConcurrency': %d}}, scalingConfig.maximumConcurrency, 2, 1000",
    "{'ProvisionedPollerConfig': {'MinimumPollers': %d}},"
        + " provisionedPollerConfig.minimumPollers, 1, 200",
  })
  void rejectsNumberOutOfRange(String more, String path, int min, int max) {
    assertAccepted(() -> create(more.formatted(min)));
    assertAccepted(() -> create(more.formatted(max)));
    assertViolation(
        () -> create(more.formatted(min - 1)),
        ("Value '%d' at '%s' failed to satisfy constraint: Member must have value greater than or"
                + " equal to %d")
            .formatted(min - 1, path, min));
    assertViolation(
        () -> create(more.formatted(max + 1)),
        ("Value '%d' at '%s' failed to satisfy constraint: Member must have value less than or"
                + " equal to %d")
            .formatted(max + 1, path, max));
  }

  @ParameterizedTest
  @CsvSource({
    "{'AmazonManagedKafkaEventSourceConfig': {'ConsumerGroupId': '%s'}},"
        + " amazonManagedKafkaEventSourceConfig.consumerGroupId, 200",
    "{'SourceAccessConfigurations': [{'URI': '%s'}]},"
        + " sourceAccessConfigurations.1.member.uRI, 200",
    "{'DocumentDBEventSourceConfig': {'DatabaseName': '%s'}},"
        + " documentDBEventSourceConfig.databaseName, 63",
    "{'DocumentDBEventSourceConfig': {'CollectionName': '%s'}},"
        + " documentDBEventSourceConfig.collectionName, 57",
    "{'DestinationConfig': {'OnFailure': {'Destination': '%s'}}},"
        + " destinationConfig.onFailure.destination, 350",
    "{'FilterCriteria': {'Filters': [{'Pattern': '%s'}]}},"
        + " filterCriteria.filters.1.member.pattern, 4096",
    "{'ProvisionedPollerConfig': {'PollerGroupName': '%s'}},"
        + " provisionedPollerConfig.pollerGroupName, 128",
  })
  void rejectsStringThatIsTooLong(String more, String path, int maxLength) {
    String tooLong = "x".repeat(maxLength + 1);

    assertAccepted(() -> create(more.formatted("x".repeat(maxLength))));
    assertViolation(
        () -> create(more.formatted(tooLong)),
        ("Value '%s' at '%s' failed to satisfy constraint: Member must have length less than or"
                + " equal to %d")
            .formatted(tooLong, path, maxLength));
  }

  @Test
  void rejectsStringThatIsTooShort() {
    assertViolation(
        () -> create("{'SelfManagedKafkaEventSourceConfig': {'ConsumerGroupId': ''}}"),
        "Value '' at 'selfManagedKafkaEventSourceConfig.consumerGroupId' failed to satisfy"
            + " constraint: Member must have length greater than or equal to 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Topics': []} | topics | [] | greater than or equal to 1",
        "{'Topics': ['a', 'b']} | topics | [a, b] | less than or equal to 1",
        "{'Queues': ['a', 'b']} | queues | [a, b] | less than or equal to 1",
      })
  void rejectsListOfWrongLength(String more, String path, String list, String bound) {
    assertViolation(
        () -> create(more),
        "Value '%s' at '%s' failed to satisfy constraint: Member must have length %s"
            .formatted(list, path, bound));
  }

  @Test
  void rejectsMoreThanTwentyTwoAccessConfigurations() {
    ObjectNode request = REQUEST.deepCopy();
    for (int i = 0; i < 22; i++) {
      request.withArray("SourceAccessConfigurations").addObject();
    }
    assertAccepted(() -> RequestValidator.checkCreate(request));

    request.withArray("SourceAccessConfigurations").addObject();
    assertViolation(
        () -> RequestValidator.checkCreate(request),
        ("Value '[%s{}]' at 'sourceAccessConfigurations' failed to satisfy constraint: Member must"
                + " have length less than or equal to 22")
            .formatted("{}, ".repeat(22)));
  }

  @Test
  void requiresFunctionNameOnCreate() {
    assertViolation(
        () -> RequestValidator.checkCreate(json("{'BatchSize': 1}")),
        "Value null at 'functionName' failed to satisfy constraint: Member must not be null");
  }

  @Test
  void acceptsEmptyUpdate() {
    assertAccepted(() -> RequestValidator.checkUpdate(json("{}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "f:1:2", "arn:aws:sqs:us-east-1:123456789012:orders"})
  void rejectsInvalidFunctionName(String name) {
    String violation =
        ("Value '%s' at 'functionName' failed to satisfy constraint: Member must satisfy regular"
                + " expression pattern: %s")
            .formatted(name, FunctionArn.REFERENCE);

    assertViolation(() -> create("{'FunctionName': '%s'}".formatted(name)), violation);
    assertViolation(
        () -> RequestValidator.checkUpdate(json("{'FunctionName': '%s'}".formatted(name))),
        violation);
  }

  @Test
  void reportsAllViolationsInOneMessage() {
    assertRejected(
        () -> RequestValidator.checkCreate(json("{'BatchSize': 0, 'KMSKeyArn': 'any'}")),
        "ValidationException",
        "2 validation errors detected: Value null at 'functionName' failed to satisfy constraint:"
            + " Member must not be null; Value '0' at 'batchSize' failed to satisfy constraint:"
            + " Member must have value greater than or equal to 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'BatchSize': 'ten'}",
        "{'BatchSize': 1.5}",
        "{'BatchSize': true}",
        "{'Enabled': 'yes'}",
        "{'StartingPosition': 1}",
        "{'StartingPositionTimestamp': 'now'}",
        "{'Topics': 'audit'}",
        "{'Topics': [1]}",
        "{'FilterCriteria': []}",
        "{'FilterCriteria': {'Filters': {}}}",
        "{'FilterCriteria': {'Filters': ['{}']}}",
        "{'SelfManagedEventSource': {'Endpoints': []}}",
        "{'Tags': 'all'}",
      })
  void rejectsValueOfWrongType(String more) {
    assertRejected(() -> create(more), "SerializationException", "Unexpected field type");
  }

  @Test
  void ignoresUnknownMembersAndNulls() {
    assertAccepted(() -> create("{'Later': {'X': 1}, 'BatchSize': null, 'Topics': null}"));
  }

  private static void create(String more) {
    RequestValidator.checkCreate(with(REQUEST, more));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'BatchSize': 5.0}",
        "{'BatchSize': '5'}",
        "{'StartingPositionTimestamp': 1e400}",
        "{'StartingPositionTimestamp': 1e17}",
        "{'Tags': {'a': 1}}",
        "{'Tags': {'a': null}}",
        "{'Tags': {'a': {'b': 'c'}}}",
      })
  void rejectsConvertibleTypesAndHugeTimestamps(String more) {
    assertRejected(() -> create(more), "SerializationException", "Unexpected field type");
  }
}
