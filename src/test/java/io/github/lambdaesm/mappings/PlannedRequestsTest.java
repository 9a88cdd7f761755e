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
import io.github.lambdaesm.validation.MappingRules;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
            .overrideConfiguration(c -> c.putHeader("x", "y"))
            .build();

    Plan plan =
        new Planner(MappingRules.standard())
            .plan(desired, EnsureOptions.DEFAULTS, mapping(created("SQS")), null);

    assertThat(plan.update().overrideConfiguration()).isEqualTo(desired.overrideConfiguration());
  }
}
