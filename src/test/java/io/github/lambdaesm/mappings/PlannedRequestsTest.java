package io.github.lambdaesm.mappings;

import static io.github.lambdaesm.mappings.SampleMappings.created;
import static io.github.lambdaesm.mappings.SampleMappings.desiredFor;
import static io.github.lambdaesm.mappings.SampleMappings.exactly;
import static io.github.lambdaesm.mappings.SampleMappings.mapping;
import static io.github.lambdaesm.mappings.SampleMappings.plan;
import static io.github.lambdaesm.mappings.SampleMappings.request;
import static io.github.lambdaesm.mappings.SampleMappings.toJson;
import static io.github.lambdaesm.mappings.SampleMappings.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.ProvisionedPollerConfig;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.validation.MappingRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** The creates of plans, and plans for tags. JSON is written with single quotes. */
class PlannedRequestsTest {

  @Test
  void createsWithoutEmptyMembers() {
    ObjectNode desired = with(desiredFor("KINESIS"), "DestinationConfig", "{'OnFailure':{}}");
    with(desired, "ProvisionedPollerConfig", "{}");
    with(desired, "KMSKeyArn", "''");
    with(desired, "FilterCriteria", "{'Filters':[]}");

    Plan plan = plan(desired, null);

    assertThat(plan.action()).isEqualTo(PlanAction.CREATE);
    assertThat(toJson(plan.create())).isEqualTo(desiredFor("KINESIS"));
    assertThat(plan.violations()).isEmpty();
    assertThat(plan.update()).isNull();
  }

  @Test
  void replacementKeepsWhatIsNotDesired() {
    ObjectNode actual = with(created("KINESIS"), "BatchSize", "7");
    with(actual, "State", "'Disabled'");
    with(actual, "KMSKeyArn", "'arn:k'");
    ObjectNode desired =
        with(desiredFor("KINESIS"), "EventSourceArn", "'arn:aws:kinesis:r:a:stream/n'");
    with(desired, "KMSKeyArn", "''");
    with(desired, "StartingPosition", null);

    CreateEventSourceMappingRequest kept = plan(desired, actual).create();
    CreateEventSourceMappingRequest exact = plan(desired, actual, exactly()).create();

    assertThat(kept.eventSourceArn()).isEqualTo("arn:aws:kinesis:r:a:stream/n");
    assertThat(kept.batchSize()).isEqualTo(7);
    assertThat(kept.enabled()).isFalse();
    assertThat(kept.startingPositionAsString()).isEqualTo("LATEST");
    assertThat(kept.kmsKeyArn()).isNull();
    assertThat(kept.destinationConfig()).isNull();
    assertThat(kept.functionName()).isEqualTo("f");
    assertThat(exact.batchSize()).isNull();
    assertThat(exact.enabled()).isNull();
  }

  @Test
  void replacementLeavesGeneratedConsumerGroup() {
    ObjectNode desired =
        with(desiredFor("SMK"), "SelfManagedEventSource.Endpoints", "{'K':['a:1']}");
    ObjectNode named =
        with(created("SMK"), "SelfManagedKafkaEventSourceConfig.ConsumerGroupId", "'g'");

    assertThat(plan(desired, created("SMK")).create().selfManagedKafkaEventSourceConfig()).isNull();
    assertThat(plan(desired, named).create().selfManagedKafkaEventSourceConfig().consumerGroupId())
        .isEqualTo("g");
  }

  /** Lambda would reject the create, but only after the old mapping is deleted. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void replacementInQueueModeLeavesWhatThatModeDoesNotSupport(boolean exact) {
    ObjectNode actual = with(created("SMK"), "MaximumBatchingWindowInSeconds", "5");
    with(actual, "StartingPosition", "'AT_TIMESTAMP'");
    with(actual, "StartingPositionTimestamp", "100");
    with(actual, "BatchSize", "7");
    ObjectNode desired =
        with(desiredFor("SMK"), "SelfManagedKafkaEventSourceConfig.ConsumptionMode", "'Queue'");

    Plan plan = plan(desired, actual, exact ? exactly() : EnsureOptions.DEFAULTS);

    assertThat(plan.action()).isEqualTo(PlanAction.REPLACE_REQUIRED);
    assertThat(plan.create().startingPositionAsString()).isNull();
    assertThat(plan.create().startingPositionTimestamp()).isNull();
    assertThat(plan.create().maximumBatchingWindowInSeconds()).isNull();
    assertThat(plan.create().batchSize()).isEqualTo(exact ? null : 7);
    assertThat(plan.violations()).isEmpty();
  }

  @Test
  void replacementKeepsQueueMode() {
    ObjectNode actual =
        with(created("SMK"), "SelfManagedKafkaEventSourceConfig.ConsumptionMode", "'Queue'");
    with(actual, "StartingPosition", null);
    ObjectNode desired = with(desiredFor("SMK"), "Topics", "['u']");

    CreateEventSourceMappingRequest create = plan(desired, actual).create();

    assertThat(create.selfManagedKafkaEventSourceConfig().consumptionModeAsString())
        .isEqualTo("Queue");
    assertThat(create.startingPositionAsString()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQS", "FIFO", "KINESIS", "DYNAMODB", "MSK", "SMK", "MQ", "DOCUMENTDB"})
  void replacementOfAnotherSourceIsLikeCreate(String kind) {
    for (String old : List.of("SQS", "KINESIS", "DYNAMODB", "MSK", "SMK", "MQ", "DOCUMENTDB")) {
      for (EnsureOptions options : List.of(EnsureOptions.DEFAULTS, exactly())) {
        if (!old.equals(kind)) {
          Plan plan = plan(desiredFor(kind), created(old), options);

          assertThat(plan.action()).as(old).isEqualTo(PlanAction.REPLACE_REQUIRED);
          ObjectNode create = (ObjectNode) toJson(plan.create());
          // A position is of the user's choice.
          if (kind.equals("SMK")) {
            create.remove("StartingPosition");
          }
          create.remove("Enabled");
          assertThat(create).as("from " + old).isEqualTo(desiredFor(kind));
          assertThat(plan.violations()).as("from " + old).isEmpty();
        }
      }
    }
  }

  @Test
  void replacementKeepsStartOnlyWhereTheSourceSupportsIt() {
    ObjectNode actual = with(created("KINESIS"), "StartingPosition", "'AT_TIMESTAMP'");
    with(actual, "StartingPositionTimestamp", "100");

    CreateEventSourceMappingRequest stream =
        plan(with(desiredFor("MSK"), "StartingPosition", null), actual).create();
    Plan table = plan(with(desiredFor("DYNAMODB"), "StartingPosition", null), actual);

    assertThat(stream.startingPositionAsString()).isEqualTo("AT_TIMESTAMP");
    assertThat(stream.startingPositionTimestamp()).isEqualTo(Instant.ofEpochSecond(100));
    assertThat(table.create().startingPositionAsString()).isNull();
    assertThat(table.create().startingPositionTimestamp()).isNull();
    assertThat(table.violations()).extracting(Violation::id).containsExactly("esm-start-required");
  }

  @Test
  void warnsOfWhatReplacementDoesNotKeep() {
    ObjectNode actual = with(created("KINESIS"), "MaximumRetryAttempts", "3");
    with(actual, "ParallelizationFactor", "1");

    Plan plan = plan(desiredFor("SQS"), actual);

    assertThat(plan.create().maximumRetryAttempts()).isNull();
    assertThat(plan.warnings())
        .containsExactly(
            "The new mapping does not keep MaximumRetryAttempts 3, because it reads an SQS queue");
  }

  @Test
  void replacementKeepsPollersOfTheSameKind() {
    ObjectNode pollers = with(created("MSK"), "ProvisionedPollerConfig.MinimumPollers", "1");
    with(pollers, "ProvisionedPollerConfig.MaximumPollers", "5");
    with(pollers, "ProvisionedPollerConfig.PollerGroupName", "'g'");

    ProvisionedPollerConfig kafka =
        plan(desiredFor("SMK"), pollers).create().provisionedPollerConfig();
    ObjectNode queue = with(desiredFor("SQS"), "ProvisionedPollerConfig.MaximumPollers", "9");

    assertThat(kafka.pollerGroupName()).isEqualTo("g");
    for (String kind : List.of("SQS", "KINESIS", "MQ")) {
      assertThat(plan(desiredFor(kind), pollers).create().provisionedPollerConfig()).isNull();
    }
    assertThat(toJson(plan(queue, pollers).create())).isEqualTo(queue);
  }

  @Test
  void replacementKeepsTagsOfUser() {
    ObjectNode desired = with(desiredFor("MSK"), "Topics", "['u']");
    Map<String, String> tags = Map.of("a", "1", "aws:x", "2");

    assertThat(plan(desired, created("MSK"), tags).create().tags()).isEqualTo(Map.of("a", "1"));
    with(desired, "Tags", "{'b':'3'}");
    assertThat(plan(desired, created("MSK"), tags).create().tags()).isEqualTo(Map.of("b", "3"));
  }

  @Test
  void updatesTagsOnly() {
    ObjectNode desired = with(desiredFor("SQS"), "Tags", "{'a':'1','aws:mine':'2'}");

    Plan changed = plan(desired, created("SQS"), Map.of("a", "0", "b", "1", "aws:x", "2"));

    assertThat(changed.action()).isEqualTo(PlanAction.UPDATE);
    assertThat(changed.update()).isNull();
    assertThat(changed.tagsToSet()).isEqualTo(Map.of("a", "1"));
    assertThat(changed.tagsToRemove()).containsExactly("b");
    assertThat(changed.warnings()).singleElement().asString().contains("aws:mine");
    assertThat(plan(desired, created("SQS"), Map.of("a", "1", "aws:x", "2")).action())
        .isEqualTo(PlanAction.NONE);
  }

  @Test
  void removesAllTagsOnlyIfTagsAreDesired() {
    Map<String, String> tags = Map.of("a", "0");

    assertThat(plan(desiredFor("SQS"), created("SQS"), tags).action()).isEqualTo(PlanAction.NONE);
    assertThat(plan(with(desiredFor("SQS"), "Tags", "{}"), created("SQS"), tags).tagsToRemove())
        .containsExactly("a");
  }

  @Test
  void sendsSettingsOfTheDesiredRequest() {
    CreateEventSourceMappingRequest desired =
        request(with(desiredFor("SQS"), "BatchSize", "5")).toBuilder()
            .overrideConfiguration(c -> c.putHeader("x", "y").putRawQueryParameter("a", "b"))
            .build();

    Plan plan =
        new Planner(MappingRules.standard())
            .plan(desired, EnsureOptions.DEFAULTS, mapping(created("SQS")), null);

    AwsRequestOverrideConfiguration settings = plan.update().overrideConfiguration().orElseThrow();
    assertThat(settings.headers()).containsExactly(Map.entry("x", List.of("y")));
    assertThat(settings.rawQueryParameters()).as("belong to the create").isEmpty();
  }
}
