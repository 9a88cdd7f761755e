package io.github.lambdaesm.mappings;

import static io.github.lambdaesm.mappings.SampleMappings.UUID;
import static io.github.lambdaesm.mappings.SampleMappings.created;
import static io.github.lambdaesm.mappings.SampleMappings.desiredFor;
import static io.github.lambdaesm.mappings.SampleMappings.exactly;
import static io.github.lambdaesm.mappings.SampleMappings.mapping;
import static io.github.lambdaesm.mappings.SampleMappings.object;
import static io.github.lambdaesm.mappings.SampleMappings.plan;
import static io.github.lambdaesm.mappings.SampleMappings.request;
import static io.github.lambdaesm.mappings.SampleMappings.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows plans to a person. JSON is written with single quotes. */
class PlanTextTest {
  private static final EnsureOptions STRICT_START =
      EnsureOptions.builder().compareStartingPosition().build();

  @Test
  void showsUpdate() {
    ObjectNode desired = with(desiredFor("SQS"), "BatchSize", "50");
    with(desired, "MaximumBatchingWindowInSeconds", "1");
    desired
        .putObject("FilterCriteria")
        .putArray("Filters")
        .addObject()
        .put("Pattern", "{\"body\":{\"a\":[1]}}");
    with(desired, "KMSKeyArn", "''");
    ObjectNode actual = created("SQS");
    actual
        .putObject("FilterCriteria")
        .putArray("Filters")
        .addObject()
        .put("Pattern", "{\"body\":{\"a\":[\"x\"]}}");

    assertThat(plan(desired, actual))
        .hasToString(
            """
            ~ mapping %s (SQS q -> f)
              ~ BatchSize: 10 -> 50
              ~ MaximumBatchingWindowInSeconds: 0 -> 1
              - FilterCriteria.Filters[0]: {"body":{"a":["x"]}}
              + FilterCriteria.Filters[0]: {"body":{"a":[1]}}"""
                .formatted(UUID));
  }

  @Test
  void showsReplacement() {
    ObjectNode desired = with(desiredFor("KINESIS"), "StartingPosition", "'TRIM_HORIZON'");

    assertThat(plan(desired, created("KINESIS"), STRICT_START))
        .hasToString(
            """
            ! mapping %s (Kinesis s -> f): replacement required
              ! StartingPosition: LATEST -> TRIM_HORIZON (replacement: fixed at creation)"""
                .formatted(UUID));
  }

  @Test
  void showsCreate() {
    ObjectNode desired = with(desiredFor("MSK"), "Tags", "{'b':'2','a':'1'}");

    assertThat(plan(desired, null))
        .hasToString(
            """
            + mapping (MSK c topic -> f)
              + EventSourceArn: arn:aws:kafka:us-east-1:123456789012:cluster/c/u-1
              + Topics: ["topic"]
              + StartingPosition: LATEST
              + FunctionName: f
              + tag a: 1
              + tag b: 2""");
  }

  @Test
  void showsThatNothingChanges() {
    assertThat(plan(desiredFor("SQS"), created("SQS")))
        .hasToString("= mapping %s (SQS q -> f): no change".formatted(UUID));
  }

  @Test
  void showsWhatCannotBeCleared() {
    ObjectNode actual = with(created("MSK"), "LoggingConfig", "{'SystemLogLevel':'DEBUG'}");

    assertThat(plan(desiredFor("MSK"), actual, exactly()))
        .hasToString(
            """
            = mapping %s (MSK c topic -> f): no change
              ! LoggingConfig: {"SystemLogLevel":"DEBUG"} -> none (cannot be cleared)
              warning: LoggingConfig cannot be cleared: no update is known to clear it; set the value explicitly"""
                .formatted(UUID));
    with(actual, "MaximumBatchingWindowInSeconds", "5");
    assertThat(plan(desiredFor("MSK"), actual, exactly()))
        .asString()
        .contains("no update restores the default of 500 milliseconds; replace the mapping")
        .contains("! MaximumBatchingWindowInSeconds: 5 -> none (replacement: cannot be cleared)");
  }

  @Test
  void showsTagsAndClearedMembers() {
    ObjectNode desired = with(desiredFor("SQS"), "Tags", "{'new':'1','same':'2','other':'3'}");
    with(desired, "ScalingConfig", "{}");
    ObjectNode actual = with(created("SQS"), "ScalingConfig", "{'MaximumConcurrency':5}");
    Map<String, String> tags =
        Map.of("same", "2", "other", "4", "old", "5", "aws:cloudformation:stack-name", "s");

    assertThat(plan(desired, actual, tags))
        .hasToString(
            """
            ~ mapping %s (SQS q -> f)
              - ScalingConfig: {"MaximumConcurrency":5}
              + tag new: 1
              + tag other: 3
              - tag old"""
                .formatted(UUID));
  }

  @Test
  void showsTagsThatAReplacementChanges() {
    ObjectNode desired = with(desiredFor("SQS"), "Tags", "{'new':'1','same':'2'}");
    with(desired, "EventSourceArn", "'arn:aws:sqs:us-east-1:123456789012:other'");

    assertThat(plan(desired, created("SQS"), Map.of("same", "2", "old", "5")))
        .asString()
        .startsWith("! ")
        .contains("+ tag new: 1", "- tag old")
        .doesNotContain("same");
  }

  @Test
  void reportsConsumerGroupThatACreateWouldNameAfterTheMapping() {
    String member = "AmazonManagedKafkaEventSourceConfig.ConsumerGroupId";
    ObjectNode actual = with(created("MSK"), member, "'my-group'");

    Plan exact = plan(desiredFor("MSK"), actual, exactly());

    assertThat(exact.action()).isEqualTo(PlanAction.NONE);
    assertThat(exact.changes())
        .containsExactly(
            new MemberChange(
                member,
                "\"my-group\"",
                null,
                ChangeKind.CANNOT_BE_CLEARED,
                "Lambda fixes it when it creates the mapping"));
    assertThat(plan(desiredFor("MSK"), actual).changes()).isEmpty();
    assertThat(plan(desiredFor("MSK"), with(actual, member, "'" + UUID + "'"), exactly()).changes())
        .isEmpty();
  }

  @Test
  void showsViolations() {
    assertThat(plan(with(desiredFor("SQS"), "BatchSize", "50"), created("SQS")))
        .asString()
        .contains("\n  error: BatchSize 50 needs MaximumBatchingWindowInSeconds");
  }

  @ParameterizedTest
  @CsvSource({
    "SQS, SQS q",
    "KINESIS, Kinesis s",
    "DYNAMODB, DynamoDB t",
    "MSK, MSK c topic",
    "SMK, 'Kafka a:1,b:2 topic'",
    "MQ, MQ b q",
    "DOCUMENTDB, DocumentDB d"
  })
  void namesSource(String kind, String name) {
    assertThat(plan(desiredFor(kind), created(kind)))
        .hasToString("= mapping %s (%s -> f): no change".formatted(UUID, name));
  }

  @Test
  void namesQualifierAndUnknownSource() {
    assertThat(plan(object("'FunctionName':'f:live','EventSourceArn':'x'"), null))
        .asString()
        .startsWith("+ mapping (source x -> f:live)");
    assertThat(plan(object(""), null)).asString().startsWith("+ mapping (source -> no function)");
  }

  @Test
  void escapesAndCutsHostileValues() {
    ObjectNode desired =
        desiredFor("SQS").put("KMSKeyArn", "k\n\u001b[31m\u202e" + "x".repeat(5_000));
    desired.put("EventSourceArn", "arn:aws:sqs:r:a:q\n+ fake").put("FunctionName", "f\r\u0085g");
    desired.putObject("Tags").put("a\nb", "c\u2028d");
    desired
        .putObject("FilterCriteria")
        .putArray("Filters")
        .addObject()
        .put("Pattern", "{\n\u2066}");
    ObjectNode actual = created("SQS").put("UUID", "u\nv").put("KMSKeyArn", "\u0007");

    for (Plan plan : new Plan[] {plan(desired, null), plan(desired, actual)}) {
      assertThat(plan.toString().chars().filter(each -> each != '\n'))
          .noneMatch(
              each ->
                  Character.isISOControl(each)
                      || each == 0x202e
                      || each == 0x2028
                      || each == 0x2066);
      assertThat(plan.toString().lines())
          .allMatch(line -> line.matches("[~+!=] mapping .*|  ([~+!-]|error:|warning:) .*"))
          .filteredOn(line -> line.contains("KMSKeyArn: "))
          .allMatch(line -> line.length() < 500);
      assertThat(plan.toJson()).doesNotContain("\n", "\u202e", "\u2028", "\u001b");
    }
  }

  @Test
  void hidesSecrets() {
    String secret = "hunter2";
    ObjectNode desired =
        with(
            desiredFor("SMK"),
            "SourceAccessConfigurations",
            "[{'Type':'BASIC_AUTH','URI':'hunter2'},{'Type':'NEW','URI':'hunter2'},{'Type':'VPC_SUBNET','URI':'subnet:subnet-1'}]");
    with(
        desired,
        "SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig",
        "{'SchemaRegistryURI':'https://user:hunter2@registry.example','AccessConfigs':[{'Type':'BASIC_AUTH','URI':'hunter2'}]}");

    for (Plan plan : new Plan[] {plan(desired, null), plan(desired, created("SMK"))}) {
      assertThat(plan.toString()).doesNotContain(secret).contains("subnet-1", "registry.example");
      assertThat(plan.toJson()).doesNotContain(secret);
      assertThat(plan.changes().toString()).doesNotContain(secret);
      EnsureResult result =
          new EnsureResult(EnsureOutcome.UPDATED, plan.mapping(), mapping(desired), plan);
      assertThat(result).asString().doesNotContain(secret).startsWith("UPDATED ");
    }
    assertThat(new EnsureEvent(EnsureEventType.CREATED, request(desired), null, "Created it"))
        .hasToString("CREATED: Created it");
    assertThat(plan(desired, null).create().toString()).contains(secret);
  }
}
