package io.github.lambdaesm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Severity;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappingRulesTest {
  private static final MappingRules RULES = MappingRules.standard();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void findsNothingInMinimalRequests(EventSource source) {
    assertThat(RULES.check(Requests.create(source, "{}"))).isEmpty();
    assertThat(RULES.check(Requests.update(source, "{'BatchSize': 10}"))).isEmpty();
    assertThat(
            RULES.check(
                Requests.update(source, "{'BatchSize': 10}"), Requests.stored(source, "{}")))
        .isEmpty();
  }

  @Test
  void explainsBatchWindow() {
    assertThat(RULES.check(Requests.create(EventSource.SQS, "{'BatchSize': 100}")))
        .singleElement()
        .hasToString(
            "BatchSize 100 needs MaximumBatchingWindowInSeconds of at least 1 for an SQS queue: set"
                + " it to 1 or more, or BatchSize to 10 or less. [esm-sqs-batch-window, refused by"
                + " AWS]");
  }

  @Test
  void findsAllViolationsInOrderOfTheTable() {
    CreateEventSourceMappingRequest request =
        Requests.create(
            EventSource.SQS,
            "{'KMSKeyArn': 'arn:aws:kms:us-east-1:123456789012:key/k', 'FunctionName': 'a b',"
                + " 'StartingPosition': 'LATEST', 'BatchSize': 10001, 'TumblingWindowInSeconds': 901}");

    List<Violation> found = RULES.check(request);

    assertThat(found)
        .extracting(Violation::id)
        .containsExactly(
            "esm-function-format",
            "esm-range-batch-size",
            "esm-range-tumbling-window",
            "esm-sqs-batch-window",
            "esm-start-sqs",
            "esm-tumbling-source",
            "esm-kms-needs-filters");
    assertThat(RULES.check(request)).isEqualTo(found);
  }

  @Test
  void namesElementsOfLists() {
    assertThat(
            RULES.check(
                Requests.update(
                    EventSource.MQ,
                    "{'SourceAccessConfigurations': [{'URI': 'a'}, {'URI': ''}, {'URI': ''}]}")))
        .extracting(Violation::member)
        .containsExactly("SourceAccessConfigurations[1].URI", "SourceAccessConfigurations[2].URI");
    assertThat(
            RULES.check(
                Requests.create(
                    EventSource.SELF_MANAGED_KAFKA,
                    "{'SelfManagedEventSource': {'Endpoints': {'KAFKA_BOOTSTRAP_SERVERS': ['k:1',"
                        + " 'k']}}}")))
        .extracting(Violation::member)
        .containsExactly("SelfManagedEventSource.Endpoints.KAFKA_BOOTSTRAP_SERVERS[1]");
  }

  @Test
  void checksOnlyMembersThatTheUpdateSets() {
    String stored =
        "{'ProvisionedPollerConfig': {'MinimumPollers': 9, 'MaximumPollers': 3},"
            + " 'ScalingConfig': {'MaximumConcurrency': 1}}";

    assertThat(
            RULES.check(
                Requests.update(EventSource.SQS, "{'BatchSize': 5}"),
                Requests.stored(EventSource.SQS, stored)))
        .isEmpty();
  }

  @Test
  void findsEmptyDestinationThatServiceReturned() {
    var stored = Requests.stored(EventSource.KINESIS, "{'DestinationConfig': {'OnFailure': {}}}");
    UpdateEventSourceMappingRequest echo =
        Requests.update(EventSource.KINESIS, "{'DestinationConfig': {'OnFailure': {}}}");

    assertThat(RULES.check(UpdateEventSourceMappingRequest.builder().from(stored).build(), stored))
        .isEmpty();
    assertThat(RULES.check(echo, stored))
        .extracting(Violation::id)
        .containsExactly("esm-onfailure-empty");
  }

  /** The fixed consumption mode of the stored mapping decides about the event source. */
  @Test
  void ignoresConsumptionModeInUpdates() {
    UpdateEventSourceMappingRequest update =
        Requests.update(
            EventSource.SELF_MANAGED_KAFKA,
            "{'SelfManagedKafkaEventSourceConfig': {'ConsumptionMode': 'Queue'},"
                + " 'MaximumBatchingWindowInSeconds': 1}");

    assertThat(RULES.check(update, Requests.stored(EventSource.SELF_MANAGED_KAFKA, "{}")))
        .extracting(Violation::id)
        .containsExactly("esm-window-on-push-default");
    assertThat(RULES.check(update, Requests.stored(EventSource.SELF_MANAGED_KAFKA_QUEUE, "{}")))
        .extracting(Violation::id)
        .containsExactly("esm-queue-mode");
  }

  @Test
  void removesAndAddsRules() {
    CreateEventSourceMappingRequest request =
        Requests.create(EventSource.KINESIS, "{'StartingPosition': 'LATEST', 'BatchSize': 0}");

    assertThat(ids(RULES, request)).containsExactly("esm-range-batch-size");
    assertThat(ids(RULES.without("esm-range-batch-size"), request)).isEmpty();
    assertThat(ids(RULES.with("esm-start-latest-loss"), request))
        .containsExactly("esm-range-batch-size", "esm-start-latest-loss");
    assertThat(ids(RULES.only("esm-start-latest-loss"), request))
        .containsExactly("esm-start-latest-loss");
    assertThat(ids(RULES.only("esm-fifo-window").with("esm-range-batch-size"), request))
        .containsExactly("esm-range-batch-size");
    assertThat(ids(RULES.only("esm-range-batch-size").without("esm-range-batch-size"), request))
        .isEmpty();
  }

  private static List<String> ids(MappingRules rules, CreateEventSourceMappingRequest request) {
    return rules.check(request).stream().map(Violation::id).toList();
  }

  @Test
  void rejectsUnknownIds() {
    assertThatThrownBy(() -> RULES.without("esm-fifo-windows"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no rule \"esm-fifo-windows\". Did you mean \"esm-fifo-window\"?");
    assertThatThrownBy(() -> RULES.only("esm-sqs-batch"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Did you mean \"esm-");
    assertThatThrownBy(() -> RULES.with(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no rule \"\"");
  }

  @Test
  void acceptsIdsOfFilterLints() {
    assertThat(RULES.only("filter-empty-range").rules())
        .extracting(RuleDescription::id)
        .containsExactly("esm-filter-syntax");
    assertThat(RULES.without("filter-key-dead").rules()).hasSameSizeAs(RULES.rules());
  }

  @Test
  void rejectsMisspelledIdsOfFilterLints() {
    assertThatThrownBy(() -> RULES.only("filter-lenght"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no rule \"filter-lenght\". Did you mean \"filter-length\"?");
    assertThatThrownBy(() -> RULES.without("esm-filter-cout"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("Did you mean \"esm-filter-count\"?");
  }

  @Test
  void describesRules() {
    RuleDescription rule = RULES.only("esm-start-timestamp-only-at").rules().get(0);

    assertThat(rule.members()).containsExactly("StartingPositionTimestamp", "StartingPosition");
    assertThat(rule.operations()).isEqualTo("create");
    assertThat(rule.severity(EventSource.KINESIS)).isEqualTo(Severity.ERROR);
    assertThat(rule.severity(EventSource.MSK)).isEqualTo(Severity.WARNING);
    assertThatThrownBy(() -> rule.severity(EventSource.SQS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("esm-start-timestamp-only-at does not apply to an SQS queue");
  }

  /** A rule that is an error for some and a warning for other event sources is a warning. */
  @Test
  void usesWeakestEvidenceForUpdatesOfUnknownMappings() {
    UpdateEventSourceMappingRequest update =
        Requests.update(
            EventSource.SQS,
            "{'MaximumRetryAttempts': 10001, 'DestinationConfig': {'OnSuccess': {'Destination':"
                + " 'arn:aws:sqs:us-east-1:123456789012:done'}}}");

    assertThat(RULES.check(update))
        .extracting(Violation::id, each -> each.evidence().basis())
        .containsExactly(
            tuple("esm-range-retry-attempts", Evidence.Basis.API_MODEL),
            tuple("esm-onsuccess", Evidence.Basis.RECORDED_ELSEWHERE));
  }

  @Test
  void doesNotRepeatControlCharactersOrLongTexts() {
    assertThat(RULES.check(Requests.create(EventSource.SQS, "{'FunctionName': 'a\\nb'}")))
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo("FunctionName \"a b\" is not a function name or ARN");
    assertThat(
            RULES.check(
                Requests.create(EventSource.SQS, "{'FunctionName': '" + " ".repeat(300) + "'}")))
        .allSatisfy(each -> assertThat(each.message()).hasSizeLessThan(200));
  }

  @Test
  void exceptionListsAllViolations() {
    List<Violation> found =
        RULES.check(
            Requests.create(EventSource.SQS, "{'BatchSize': 100, 'StartingPosition': 'X'}"));

    InvalidRequestException exception =
        InvalidRequestException.create("CreateEventSourceMapping", found);

    assertThat(exception.violations()).isEqualTo(found);
    assertThat(exception.retryable()).isFalse();
    assertThat(found).extracting(Violation::isError).containsExactly(false, true, true);
    assertThat(exception.getMessage().lines())
        .containsExactly(
            "CreateEventSourceMapping was not sent, because Lambda would reject it:",
            "- " + found.get(1),
            "- " + found.get(2),
            "Found besides, and no reason to reject it:",
            "- " + found.get(0));
  }
}
