package io.github.lambdaesm.mappings;

import static io.github.lambdaesm.mappings.SampleMappings.created;
import static io.github.lambdaesm.mappings.SampleMappings.desiredFor;
import static io.github.lambdaesm.mappings.SampleMappings.exactly;
import static io.github.lambdaesm.mappings.SampleMappings.json;
import static io.github.lambdaesm.mappings.SampleMappings.plan;
import static io.github.lambdaesm.mappings.SampleMappings.toJson;
import static io.github.lambdaesm.mappings.SampleMappings.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.model.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares values that can be written in several ways, and members that depend on each other. */
class ComparisonTest {
  private static final String FILTERS = "FilterCriteria.Filters";

  /** What Lambda returns for mappings on the left, and what may be desired on the right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SMK | SelfManagedEventSource | {'Endpoints':{'K':['a','b']}} |"
            + " {'Endpoints':{'K':['b','a']}}",
        "SMK | SelfManagedEventSource | {'Endpoints':{'K':['a','b']}} |"
            + " {'Endpoints':{'K':['b','a','b']}}",
        "KINESIS | FunctionResponseTypes | ['a','b'] | ['b','a']",
        "KINESIS | DestinationConfig | {'OnFailure':{'Destination':'a'},'OnSuccess':{}} |"
            + " {'OnFailure':{'Destination':'a'}}",
        "SQS | MetricsConfig | {'Metrics':['a','b']} | {'Metrics':['b','a']}",
        "SQS | ProvisionedPollerConfig | {'MinimumPollers':5,'MaximumPollers':200} |"
            + " {'MinimumPollers':5}",
        "SQS | ProvisionedPollerConfig | {'MaximumPollers':9} |"
            + " {'MinimumPollers':2,'MaximumPollers':9}",
        "MSK | ProvisionedPollerConfig | {'MaximumPollers':9} |"
            + " {'MinimumPollers':1,'MaximumPollers':9}",
        "MSK | ProvisionedPollerConfig | {'MaximumPollers':9} |"
            + " {'MaximumPollers':9,'PollerGroupName':''}",
        "MSK | SourceAccessConfigurations | [{'Type':'A','URI':'a'},{'Type':'B','URI':'b'}] |"
            + " [{'Type':'B','URI':'b'},{'Type':'A','URI':'a'}]",
        "MSK | SourceAccessConfigurations | [{'Type':'IAM_AUTH','URI':''}] | [{'Type':'IAM_AUTH'}]",
        "MQ | SourceAccessConfigurations |"
            + " [{'Type':'VIRTUAL_HOST','URI':'/'},{'Type':'B','URI':'b'}] |"
            + " [{'Type':'B','URI':'b'},{'Type':'VIRTUAL_HOST','URI':'/'}]",
        "DOCUMENTDB | DocumentDBEventSourceConfig | {'DatabaseName':'d','FullDocument':'Default'} |"
            + " {'DatabaseName':'d'}",
        "SMK | SelfManagedKafkaEventSourceConfig | {'ConsumptionMode':'Stream'} | {}",
        "MSK | AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig | {'AccessConfigs':[{'URI':'a'},{'URI':'b'}]} | {'AccessConfigs':[{'URI':'b'},{'URI':'a'}]}",
        "SMK | SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig | {'AccessConfigs':[{'URI':'a'},{'URI':'b'}]} | {'AccessConfigs':[{'URI':'b'},{'URI':'a'}]}",
        "SQS | KMSKeyArn | '' | ''",
        "KINESIS | TumblingWindowInSeconds | null | 0",
        "KINESIS | MaximumRetryAttempts | null | -1",
        "KINESIS | BatchSize | null | 100",
        "SQS | BatchSize | null | 10",
      })
  void leavesValueThatIsWrittenDifferently(
      String kind, String path, String present, String wanted) {
    ObjectNode desired = with(desiredFor(kind), path, wanted);
    ObjectNode actual = with(created(kind), path, present.equals("null") ? null : present);

    assertThat(plan(desired, actual).changes()).isEmpty();
    assertThat(plan(desired, actual, exactly()).changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{\"a\":[1],\"b\":[2]}         | { \"b\": [2], \"a\": [1] }        | true",
        "{\"a\":[\"x\",\"y\"]}         | {\"a\":[\"y\",\"x\"]}             | true",
        "{\"a\":[1],\"a\":[2]}         | {\"a\":[2]}                       | false",
        "not json                      | not json                          | true",
        "not json                      | not  json                         | false",
      })
  void comparesFiltersAsJson(String present, String wanted, boolean same) {
    ObjectNode actual = withFilters(created("SQS"), present);
    ObjectNode desired = withFilters(desiredFor("SQS"), wanted);

    assertThat(plan(desired, actual).action())
        .isEqualTo(same ? PlanAction.NONE : PlanAction.UPDATE);
  }

  private static ObjectNode withFilters(ObjectNode mapping, String... patterns) {
    with(mapping, FILTERS, "[]");
    for (String pattern : patterns) {
      mapping.withArray("/FilterCriteria/Filters").addObject().put("Pattern", pattern);
    }
    return mapping;
  }

  @Test
  void comparesFiltersInOrder() {
    ObjectNode actual = withFilters(created("SQS"), "{\"a\":[1]}", "{\"b\":[1]}");

    Plan plan = plan(withFilters(desiredFor("SQS"), "{\"b\":[1]}", "{\"a\":[1]}"), actual);

    assertThat(plan.action()).isEqualTo(PlanAction.UPDATE);
    assertThat(plan).asString().contains("~ FilterCriteria.Filters: other order");
  }

  @Test
  void comparesHostileFiltersWithoutOverflow() {
    String deep = "{\"a\":".repeat(10_000) + "[1]" + "}".repeat(10_000);
    ObjectNode actual = withFilters(created("SQS"), deep, "x".repeat(1_000_000));

    assertThat(plan(withFilters(desiredFor("SQS"), deep, "x".repeat(1_000_000)), actual).action())
        .isEqualTo(PlanAction.NONE);
    Plan plan = plan(withFilters(desiredFor("SQS"), " " + deep, "y"), actual);
    assertThat(plan.action()).isEqualTo(PlanAction.UPDATE);
    assertThat(plan.toString().lines())
        .filteredOn(line -> line.matches("  [-+] FilterCriteria.*"))
        .hasSize(4);
    assertThat(plan.toString()).hasSizeLessThan(10_000);
  }

  @Test
  void treatsUnreadableFiltersAsUnknown() {
    ObjectNode actual =
        with(created("SQS"), "FilterCriteriaError", "{'ErrorCode':'KMSAccessDenied'}");

    Plan kept = plan(desiredFor("SQS"), actual);
    Plan set = plan(withFilters(desiredFor("SQS"), "{\"a\":[1]}"), actual);
    Plan cleared = plan(with(desiredFor("SQS"), "FilterCriteria", "{}"), actual);
    Plan exact = plan(desiredFor("SQS"), actual, exactly());

    assertThat(kept.action()).isEqualTo(PlanAction.NONE);
    assertThat(kept.warnings()).singleElement().asString().contains("KMSAccessDenied", "unknown");
    assertThat(set.changes()).extracting(MemberChange::kind).containsExactly(ChangeKind.SET);
    assertThat(set.changes().get(0).reason()).contains("unknown");
    assertThat(cleared.changes()).extracting(MemberChange::kind).containsExactly(ChangeKind.CLEAR);
    assertThat(exact.changes()).extracting(MemberChange::kind).containsExactly(ChangeKind.CLEAR);
    assertThat(cleared).asString().contains("- FilterCriteria: unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f",
        "123456789012:function:f",
        "arn:aws:lambda:us-east-1:123456789012:function:f"
      })
  void recognizesFunction(String name) {
    ObjectNode desired = with(desiredFor("SQS"), "FunctionName", "'" + name + "'");

    assertThat(plan(desired, created("SQS")).action()).isEqualTo(PlanAction.NONE);
  }

  @Test
  void changesFunctionOfMappingThatIsNamedByItsUuid() {
    EnsureOptions options = EnsureOptions.builder().uuid(SampleMappings.UUID).build();

    Plan plan = plan(with(desiredFor("SQS"), "FunctionName", "'f:live'"), created("SQS"), options);

    assertThat(toJson(plan.update()))
        .isEqualTo(json("{'FunctionName':'f:live','UUID':'" + SampleMappings.UUID + "'}"));
  }

  @ParameterizedTest
  @CsvSource({
    "Enabled, true, NONE", "Enabling, true, NONE", "Disabled, true, UPDATE",
    "Disabling, true, UPDATE", "Enabled, false, UPDATE", "Enabling, false, UPDATE",
    "Disabled, false, NONE", "Disabling, false, NONE"
  })
  void comparesEnabledWithState(String state, boolean enabled, PlanAction action) {
    ObjectNode actual = with(created("SQS"), "State", "'" + state + "'");

    Plan plan = plan(with(desiredFor("SQS"), "Enabled", String.valueOf(enabled)), actual);

    assertThat(plan.action()).isEqualTo(action);
    assertThat(plan.warnings()).isEmpty();
    assertThat(plan(desiredFor("SQS"), actual).action()).isEqualTo(PlanAction.NONE);
    if (enabled) {
      assertThat(plan(desiredFor("SQS"), actual, exactly()).action()).isEqualTo(action);
    }
  }

  @Test
  void warnsBeforeEnablingMappingThatLambdaDisabled() {
    ObjectNode actual = with(created("MSK"), "State", "'Disabled'");
    with(actual, "StateTransitionReason", "'EVENT_SOURCE_AUTHN_ERROR'");

    assertThat(plan(with(desiredFor("MSK"), "Enabled", "true"), actual).warnings())
        .singleElement()
        .asString()
        .contains("Lambda disabled", "EVENT_SOURCE_AUTHN_ERROR");
    assertThat(plan(desiredFor("MSK"), actual).warnings()).isEmpty();
  }

  @Test
  void clearsModeThatExcludesTheDesiredOne() {
    ObjectNode scaled = with(created("SQS"), "ScalingConfig", "{'MaximumConcurrency':5}");
    ObjectNode provisioned =
        with(created("SQS"), "ProvisionedPollerConfig", "{'MinimumPollers':5}");

    assertUpdate(
        plan(with(desiredFor("SQS"), "ProvisionedPollerConfig", "{'MinimumPollers':5}"), scaled),
        "{'ScalingConfig':{},'ProvisionedPollerConfig':{'MinimumPollers':5}}");
    assertUpdate(
        plan(with(desiredFor("SQS"), "ScalingConfig", "{'MaximumConcurrency':5}"), provisioned),
        "{'ScalingConfig':{'MaximumConcurrency':5},'ProvisionedPollerConfig':{}}");
  }

  private static void assertUpdate(Plan plan, String members) {
    assertThat(plan.action()).isEqualTo(PlanAction.UPDATE);
    JsonNode expected = with((ObjectNode) json(members), "UUID", "'" + SampleMappings.UUID + "'");
    assertThat(toJson(plan.update())).isEqualTo(expected);
  }

  @Test
  void keepsPollersThatAreNotDesired() {
    ObjectNode actual =
        with(
            created("MSK"),
            "ProvisionedPollerConfig",
            "{'MinimumPollers':5,'MaximumPollers':50,'PollerGroupName':'g'}");
    ObjectNode desired = with(desiredFor("MSK"), "ProvisionedPollerConfig", "{'MinimumPollers':6}");

    assertUpdate(
        plan(desired, actual),
        "{'ProvisionedPollerConfig':{'MinimumPollers':6,'MaximumPollers':50,'PollerGroupName':'g'}}");
    assertUpdate(
        plan(desired, actual, exactly()),
        "{'ProvisionedPollerConfig':{'MinimumPollers':6,'MaximumPollers':200,'PollerGroupName':''}}");
    assertUpdate(
        plan(with(desiredFor("MSK"), "ProvisionedPollerConfig", "{'PollerGroupName':''}"), actual),
        "{'ProvisionedPollerConfig':{'MinimumPollers':5,'MaximumPollers':50,'PollerGroupName':''}}");
  }

  @Test
  void sendsDatabaseNameWithTheRestOfItsStructure() {
    ObjectNode desired =
        with(
            desiredFor("DOCUMENTDB"), "DocumentDBEventSourceConfig.FullDocument", "'UpdateLookup'");

    assertUpdate(
        plan(desired, created("DOCUMENTDB")),
        "{'DocumentDBEventSourceConfig':{'DatabaseName':'db','FullDocument':'UpdateLookup'}}");
  }

  @Test
  void changesCredentialsWithoutSendingTheVirtualHost() {
    String access =
        "[{'Type':'VIRTUAL_HOST','URI':'%s'},{'Type':'BASIC_AUTH','URI':'arn:aws:secretsmanager:us-east-1:123456789012:secret:%s'}]";
    ObjectNode actual =
        with(created("MQ"), "SourceAccessConfigurations", access.formatted("/a", "x"));

    Plan credentials =
        plan(
            with(desiredFor("MQ"), "SourceAccessConfigurations", access.formatted("/a", "y")),
            actual);
    Plan host =
        plan(
            with(desiredFor("MQ"), "SourceAccessConfigurations", access.formatted("/b", "x")),
            actual);

    assertThat(credentials.action()).isEqualTo(PlanAction.UPDATE);
    assertThat(credentials.update().toString()).contains("secret:y").doesNotContain("VIRTUAL_HOST");
    assertThat(credentials.warnings()).singleElement().asString().contains("VIRTUAL_HOST");
    assertThat(host.action()).isEqualTo(PlanAction.REPLACE_REQUIRED);
  }

  @Test
  void sendsNoEmptyPartOfDestination() {
    ObjectNode desired =
        with(
            desiredFor("KINESIS"),
            "DestinationConfig",
            "{'OnFailure':{'Destination':'kafka://t'},'OnSuccess':{}}");

    assertUpdate(
        plan(desired, created("KINESIS")),
        "{'DestinationConfig':{'OnFailure':{'Destination':'kafka://t'}}}");
  }

  @Test
  void sendsBatchSizeAndWindowTogetherOnlyIfBothDiffer() {
    ObjectNode desired = with(desiredFor("SQS"), "BatchSize", "50");
    with(desired, "MaximumBatchingWindowInSeconds", "1");
    ObjectNode windowed = with(created("SQS"), "MaximumBatchingWindowInSeconds", "1");

    assertUpdate(
        plan(desired, created("SQS")), "{'BatchSize':50,'MaximumBatchingWindowInSeconds':1}");
    assertUpdate(plan(desired, windowed), "{'BatchSize':50}");
    assertThat(plan(with(desiredFor("SQS"), "BatchSize", "50"), created("SQS")).violations())
        .anyMatch(Violation::isError);
  }

  @Test
  void knowsDefaultStartOfSelfManagedKafka() {
    EnsureOptions strict = EnsureOptions.builder().compareStartingPosition().exactly().build();
    ObjectNode absent = with(created("SMK"), "StartingPosition", null);
    ObjectNode latest = with(created("SMK"), "StartingPosition", "'LATEST'");

    assertThat(
            plan(with(desiredFor("SMK"), "StartingPosition", "'TRIM_HORIZON'"), absent, strict)
                .changes())
        .isEmpty();
    assertThat(plan(desiredFor("SMK"), latest, strict).action())
        .isEqualTo(PlanAction.REPLACE_REQUIRED);
    assertThat(plan(desiredFor("SMK"), latest, exactly()).action()).isEqualTo(PlanAction.NONE);
  }

  @Test
  void keepsFunctionIfNoneIsDesired() {
    for (String name : new String[] {null, "''"}) {
      ObjectNode desired = with(desiredFor("SQS"), "FunctionName", name);

      assertThat(plan(desired, created("SQS")).changes()).isEmpty();
      assertThat(plan(desired, created("SQS"), exactly()).changes()).isEmpty();
    }
  }

  @Test
  void comparesTimestampsToTheSecond() {
    EnsureOptions strict = EnsureOptions.builder().compareStartingPosition().build();
    ObjectNode actual = with(created("KINESIS"), "StartingPositionTimestamp", "100.999");

    assertThat(
            plan(with(desiredFor("KINESIS"), "StartingPositionTimestamp", "100"), actual, strict)
                .changes())
        .isEmpty();
  }
}
