package io.github.lambdaesm.testing.internal.state;

import static io.github.lambdaesm.testing.support.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultsTest {
  private static final String STREAM =
      """
      {'BatchSize': 100, 'MaximumBatchingWindowInSeconds': 0, 'FunctionResponseTypes': [],
       'ParallelizationFactor': 1, 'MaximumRecordAgeInSeconds': -1, 'MaximumRetryAttempts': -1,
       'BisectBatchOnFunctionError': false, 'TumblingWindowInSeconds': 0,
       'DestinationConfig': {'OnFailure': {}}}
      """;
  private static final String QUEUE =
      "{'BatchSize': 10, 'MaximumBatchingWindowInSeconds': 0, 'FunctionResponseTypes': []}";

  private static final Map<SourceKind, String> DEFAULTS =
      Map.of(
          SourceKind.SQS,
          QUEUE,
          SourceKind.SQS_FIFO,
          QUEUE,
          SourceKind.KINESIS,
          STREAM,
          SourceKind.KINESIS_CONSUMER,
          STREAM,
          SourceKind.DYNAMODB,
          STREAM,
          SourceKind.MSK,
          "{'BatchSize': 100, 'AmazonManagedKafkaEventSourceConfig': {'ConsumerGroupId': 'id'}}",
          SourceKind.SELF_MANAGED_KAFKA,
          "{'BatchSize': 100, 'StartingPosition': 'TRIM_HORIZON',"
              + "'SelfManagedKafkaEventSourceConfig': {'ConsumerGroupId': 'id'}}",
          SourceKind.MQ,
          "{'BatchSize': 100}",
          SourceKind.DOCUMENTDB,
          "{'BatchSize': 100, 'DocumentDBEventSourceConfig': {'FullDocument': 'Default'}}",
          SourceKind.OTHER,
          "{'BatchSize': 100}");

  @ParameterizedTest
  @EnumSource
  void fillsInDefaultsOfEachKind(SourceKind kind) {
    assertThat(filledIn("{}", kind)).isEqualTo(json(DEFAULTS.get(kind)));
  }

  @Test
  void keepsExplicitSettings() {
    String explicit =
        """
        {'BatchSize': 5, 'MaximumBatchingWindowInSeconds': 7,
         'FunctionResponseTypes': ['ReportBatchItemFailures'], 'ParallelizationFactor': 2,
         'MaximumRecordAgeInSeconds': 60, 'MaximumRetryAttempts': 0,
         'BisectBatchOnFunctionError': true, 'TumblingWindowInSeconds': 9,
         'DestinationConfig': {'OnFailure': {'Destination': 'arn:aws:s3:::lost'}}}
        """;

    assertThat(filledIn(explicit, SourceKind.KINESIS)).isEqualTo(json(explicit));
  }

  @Test
  void keepsExplicitSettingsInNestedConfigs() {
    assertThat(
            filledIn(
                "{'SelfManagedKafkaEventSourceConfig': {'ConsumerGroupId': 'mine'}}",
                SourceKind.SELF_MANAGED_KAFKA))
        .isEqualTo(
            json(
                "{'SelfManagedKafkaEventSourceConfig': {'ConsumerGroupId': 'mine'},"
                    + "'BatchSize': 100, 'StartingPosition': 'TRIM_HORIZON'}"));
    assertThat(
            filledIn(
                "{'DocumentDBEventSourceConfig': {'DatabaseName': 'shop'}}", SourceKind.DOCUMENTDB))
        .isEqualTo(
            json(
                "{'DocumentDBEventSourceConfig':"
                    + "{'DatabaseName': 'shop', 'FullDocument': 'Default'}, 'BatchSize': 100}"));
  }

  @Test
  void fillsInNoStartingPositionInQueueMode() {
    assertThat(
            filledIn(
                "{'SelfManagedKafkaEventSourceConfig': {'ConsumptionMode': 'Queue'}}",
                SourceKind.SELF_MANAGED_KAFKA))
        .isEqualTo(
            json(
                "{'SelfManagedKafkaEventSourceConfig':"
                    + "{'ConsumptionMode': 'Queue', 'ConsumerGroupId': 'id'}, 'BatchSize': 100}"));
  }

  private static ObjectNode filledIn(String mapping, SourceKind kind) {
    ObjectNode filledIn = json(mapping);
    Defaults.fillIn(filledIn, kind, "id");
    return filledIn;
  }
}
