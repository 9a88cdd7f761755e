package io.github.lambdaesm.testing.internal.dispatch;

import static io.github.lambdaesm.testing.support.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.state.SourceKind;
import io.github.lambdaesm.testing.support.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the members that a mapping has after a create or an update. */
class MappingMergerTest {
  private static final String EVERYTHING =
      """
      {'BatchSize': 5, 'FilterCriteria': {'Filters': [{'Pattern': '{}'}]},
       'ScalingConfig': {'MaximumConcurrency': 2}, 'KMSKeyArn': 'arn:key',
       'DestinationConfig': {'OnFailure': {'Destination': 'arn:lost'}},
       'FunctionResponseTypes': ['ReportBatchItemFailures'],
       'SourceAccessConfigurations': [{'Type': 'BASIC_AUTH', 'URI': 'arn:secret'}],
       'MetricsConfig': {'Metrics': ['EventCount']},
       'AmazonManagedKafkaEventSourceConfig':
         {'ConsumerGroupId': 'mine', 'SchemaRegistryConfig': {'EventRecordFormat': 'JSON'}},
       'SelfManagedKafkaEventSourceConfig':
         {'ConsumerGroupId': 'mine', 'SchemaRegistryConfig': {'EventRecordFormat': 'JSON'}},
       'ProvisionedPollerConfig':
         {'MinimumPollers': 2, 'MaximumPollers': 9, 'PollerGroupName': 'group'},
       'LoggingConfig': {'SystemLogLevel': 'INFO'}, 'MaximumRetryAttempts': 3,
       'MaximumRecordAgeInSeconds': 60, 'ParallelizationFactor': 2,
       'TumblingWindowInSeconds': 30, 'BisectBatchOnFunctionError': true,
       'MaximumBatchingWindowInSeconds': 5}
      """;

  @Test
  void keepsOmittedMembers() {
    assertThat(apply("{}")).isEqualTo(json(EVERYTHING));
  }

  @Test
  void treatsNullAsOmitted() {
    ObjectNode nulls = json(EVERYTHING);
    nulls.properties().forEach(entry -> entry.setValue(nulls.nullNode()));

    assertThat(MappingMerger.apply(json(EVERYTHING), nulls)).isEqualTo(json(EVERYTHING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'FilterCriteria': {}}",
        "{'FilterCriteria': {'Filters': []}}",
        "{'ScalingConfig': {}}",
        "{'KMSKeyArn': ''}",
        "{'DestinationConfig': {}}",
        "{'DestinationConfig': {'OnFailure': {'Destination': ''}}}",
        "{'FunctionResponseTypes': []}",
        "{'SourceAccessConfigurations': []}",
        "{'MetricsConfig': {'Metrics': []}}",
      })
  void clearsMemberOnEmptyValue(String update) {
    ObjectNode expected = json(EVERYTHING);
    expected.remove(json(update).fieldNames().next());

    assertThat(apply(update)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AmazonManagedKafkaEventSourceConfig", "SelfManagedKafkaEventSourceConfig"})
  void clearsSchemaRegistryConfigAndKeepsConsumerGroup(String block) {
    ObjectNode expected = json(EVERYTHING);
    expected.putObject(block).put("ConsumerGroupId", "mine");

    assertThat(apply("{'%s': {'SchemaRegistryConfig': {}}}".formatted(block))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AmazonManagedKafkaEventSourceConfig",
        "SelfManagedKafkaEventSourceConfig",
        "LoggingConfig",
        "MetricsConfig",
      })
  void keepsConfigOnEmptyObject(String block) {
    assertThat(apply("{'%s': {}}".formatted(block))).isEqualTo(json(EVERYTHING));
  }

  @Test
  void leavesProvisionedModeOnEmptyPollerConfig() {
    ObjectNode expected = json(EVERYTHING);
    expected.remove("ProvisionedPollerConfig");

    assertThat(apply("{'ProvisionedPollerConfig': {}}")).isEqualTo(expected);
  }

  @Test
  void leavesPollerGroupOnEmptyName() {
    ObjectNode expected = json(EVERYTHING);
    expected.putObject("ProvisionedPollerConfig").put("MinimumPollers", 2).put("MaximumPollers", 9);

    assertThat(apply("{'ProvisionedPollerConfig': {'PollerGroupName': ''}}")).isEqualTo(expected);
  }

  @Test
  void changesOnlyGivenMemberOfConfig() {
    ObjectNode expected = json(EVERYTHING);
    expected.withObject("/ProvisionedPollerConfig").put("MaximumPollers", 10);

    assertThat(apply("{'ProvisionedPollerConfig': {'MaximumPollers': 10}}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "MaximumRetryAttempts, -1",
    "MaximumRecordAgeInSeconds, -1",
    "ParallelizationFactor, 1",
    "TumblingWindowInSeconds, 0",
    "BatchSize, 100",
    "MaximumBatchingWindowInSeconds, 0",
  })
  void setsNumberToExplicitDefault(String member, int value) {
    assertThat(apply("{'%s': %d}".formatted(member, value)))
        .isEqualTo(json(EVERYTHING).put(member, value));
  }

  @Test
  void setsFlagToFalse() {
    assertThat(apply("{'BisectBatchOnFunctionError': false}"))
        .isEqualTo(json(EVERYTHING).put("BisectBatchOnFunctionError", false));
  }

  @Test
  void ignoresEmptyValuesOfUnsetMembers() {
    ObjectNode stored = json("{'BatchSize': 5}");

    assertThat(
            MappingMerger.apply(
                stored,
                json(
                    "{'ScalingConfig': {}, 'KMSKeyArn': '', 'FunctionResponseTypes': [],"
                        + "'MetricsConfig': {'Metrics': []},"
                        + "'SelfManagedKafkaEventSourceConfig': {'SchemaRegistryConfig': {}}}")))
        .isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'EventSourceArn': 'arn:other'}",
        "{'Queues': ['other']}",
        "{'Topics': ['other']}",
        "{'SelfManagedEventSource': {}}",
        "{'StartingPosition': 'LATEST'}",
        "{'StartingPositionTimestamp': 1}",
        "{'Tags': {'a': 'b'}}",
        "{'FunctionName': 'other'}",
        "{'Enabled': false}",
        "{'UUID': 'other'}",
        "{'State': 'Enabled'}",
        "{'Later': 1}",
      })
  void ignoresMembersThatUpdatesDoNotMerge(String update) {
    assertThat(apply(update)).isEqualTo(json(EVERYTHING));
  }

  /** Members that the fake does not know can have any type, and another one in the update. */
  @Test
  void replacesStringWithObject() {
    assertThat(
            MappingMerger.apply(
                json("{'LoggingConfig': {'Later': 'x'}}"),
                json("{'LoggingConfig': {'Later': {'Level': 1}}}")))
        .isEqualTo(json("{'LoggingConfig': {'Later': {'Level': 1}}}"));
  }

  @Test
  void doesNotModifyItsArguments() {
    ObjectNode stored = json(EVERYTHING);
    ObjectNode update = json("{'ProvisionedPollerConfig': {'MaximumPollers': 10}, 'Later': 1}");

    MappingMerger.apply(stored, update)
        .withObject("/ProvisionedPollerConfig")
        .put("MinimumPollers", 7);

    assertThat(stored).isEqualTo(json(EVERYTHING));
    assertThat(update)
        .isEqualTo(json("{'ProvisionedPollerConfig': {'MaximumPollers': 10}, 'Later': 1}"));
  }

  @ParameterizedTest
  @EnumSource
  void createsMappingFromRequestWithoutFunctionName(SourceKind kind) {
    ObjectNode request = Samples.create(kind);
    ObjectNode expected = request.deepCopy();
    expected.remove("FunctionName");

    assertThat(MappingMerger.create(request)).isEqualTo(expected);
  }

  @Test
  void dropsEnabledTagsEmptyAndUnknownMembersOnCreate() {
    assertThat(
            MappingMerger.create(
                json(
                    """
                    {'FunctionName': 'handler', 'Enabled': true, 'Tags': {'a': 'b'},
                     'FilterCriteria': {'Filters': []}, 'ScalingConfig': {}, 'KMSKeyArn': '',
                     'BatchSize': 5, 'Topics': null, 'UUID': 'mine', 'Later': 1}
                    """)))
        .isEqualTo(json("{'BatchSize': 5}"));
  }

  private static ObjectNode apply(String update) {
    return MappingMerger.apply(json(EVERYTHING), json(update));
  }
}
