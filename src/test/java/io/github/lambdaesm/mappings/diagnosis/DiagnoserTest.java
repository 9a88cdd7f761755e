package io.github.lambdaesm.mappings.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.mappings.ClientKind;
import io.github.lambdaesm.mappings.EventSourceMappings;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Evidence.Basis;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.testing.FakeLambda;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

@ParameterizedClass
@EnumSource
class DiagnoserTest {
  private static final String CASES =
      """
      SQS     | Creating  |                        |        | IN_TRANSITION      | creating
      KINESIS | Enabling  |                        |        | IN_TRANSITION      | enabling
      SQS     | Updating  |                        |        | IN_TRANSITION      | updating
      KINESIS | Disabling |                        |        | IN_TRANSITION      | disabling
      SQS     | Deleting  |                        |        | IN_TRANSITION      | deleting
      SQS     | Disabled  | USER_INITIATED         |        | PAUSED_BY_USER     | disabled-by-user
      KINESIS | Disabled  | User action            |        | PAUSED_BY_USER     | disabled-by-user
      SQS     | Disabled  | user INITIATED         |        | PAUSED_BY_USER     | disabled-by-user
      SQS     | Disabled  | Lambda initiated       |        | DISABLED_BY_LAMBDA | disabled-by-lambda
      KINESIS | Disabled  | Lambda initiated       | OK     | DISABLED_BY_LAMBDA | disabled-by-lambda
      KINESIS | Disabled  | Lambda initiated       | PROBLEM: Function call failed | DISABLED_BY_LAMBDA | function-call-failed
      KINESIS | Disabled  | Lambda initiated       | PROBLEM: new | DISABLED_BY_LAMBDA | unknown-problem
      MSK     | Disabled  | Something new          |        | DISABLED_BY_LAMBDA | disabled-for-unknown-reason
      MSK     | Disabled  | Something new          | SASL authentication failed | DISABLED_BY_LAMBDA | sasl-authentication-failed
      MQ      | Disabled  | ESM_CONFIG_NOT_VALID   |        | DISABLED_BY_LAMBDA | mapping-config-invalid
      MQ      | Disabled  | EVENT_SOURCE_AUTHN_ERROR |      | DISABLED_BY_LAMBDA | source-authentication-failed
      MSK     | Disabled  | EVENT_SOURCE_AUTHZ_ERROR |      | DISABLED_BY_LAMBDA | role-cannot-read-source
      MQ      | Disabled  | FUNCTION_CONFIG_NOT_VALID |     | DISABLED_BY_LAMBDA | function-config-invalid
      MQ      | Enabled   | ESM_CONFIG_NOT_VALID   |        | FAILING            | mapping-config-invalid
      MQ      | Enabled   | EVENT_SOURCE_AUTHN_ERROR |      | FAILING            | source-authentication-failed
      MSK     | Enabled   | event_source_authz_error | OK   | FAILING            | role-cannot-read-source
      MQ      | Enabled   | FUNCTION_CONFIG_NOT_VALID |     | FAILING            | function-config-invalid
      SQS     | Enabled   |                        |        | NOT_OBSERVABLE     | no-result-for-sqs
      SQS_FIFO | Enabled  |                        |        | NOT_OBSERVABLE     | no-result-for-sqs
      SQS     | Enabled   | Something new          |        | UNKNOWN            | unknown-reason
      KINESIS | Enabled   | Something new          | OK     | UNKNOWN            | unknown-reason
      KINESIS | Enabled   | Something new          | PROBLEM: Function not found | FAILING | function-not-found
      KINESIS | Enabled   |                        | OK     | HEALTHY            | ok
      DYNAMODB | Enabled  | Lambda initiated       | ' ok ' | HEALTHY            | ok
      SQS     | Enabled   |                        | OK     | HEALTHY            | ok
      KINESIS | Enabled   |                        |        | HEALTHY            | no-records-processed
      KINESIS | Enabled   |                        | OK, but slow | UNKNOWN      | unknown-result
      KINESIS | Enabled   |                        | ' '    | NOT_OBSERVABLE     | no-result
      KINESIS | Enabled   |                        | Not a PROBLEM: new | UNKNOWN | unknown-result
      KINESIS | Enabled   |                        | problem: new | FAILING      | unknown-problem
      KINESIS | Enabled   |                        | PROBLEM: Function call failed | FAILING | function-call-failed
      DYNAMODB | Enabled  |                        | PROBLEM: internal Lambda error. Please contact Lambda customer support. | FAILING | internal-lambda-error
      KINESIS | Enabled   |                        | PROBLEM: Function not found | FAILING | function-not-found
      MSK     | Enabled   |                        | PROBLEM: Connection error. Please check your event source connection configuration. | FAILING | source-unreachable
      MSK     | Enabled   |                        | Cluster failed to authorize Lambda | FAILING | kafka-authorization-failed
      MSK     | Enabled   |                        | PROBLEM: cluster failed to authorize lambda. | FAILING | kafka-authorization-failed
      MSK     | Enabled   |                        | SASL authentication failed | FAILING | sasl-authentication-failed
      MSK     | Enabled   |                        | Server failed to authenticate Lambda | FAILING | client-certificate-rejected
      MSK     | Enabled   |                        | Lambda failed to authenticate server | FAILING | server-certificate-rejected
      MSK     | Enabled   |                        | PROBLEM: Provided certificate or private key is invalid | FAILING | certificate-invalid
      DOCUMENTDB | Enabled |                       | PROBLEM: Connection error | FAILING | source-unreachable
      """;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  /** A row of {@link #CASES}. */
  private record Case(
      EventSource source,
      String state,
      @Nullable String reason,
      @Nullable String result,
      DiagnosisVerdict verdict,
      String code) {
    static Case of(String line) {
      List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
      return new Case(
          EventSource.valueOf(cells.get(0)),
          cells.get(1),
          text(cells.get(2)),
          text(cells.get(3)),
          DiagnosisVerdict.valueOf(cells.get(4)),
          cells.get(5));
    }

    private static @Nullable String text(String cell) {
      return cell.isEmpty() ? null : cell.replace("'", "");
    }

    @Nullable String textOf(TextMember member) {
      return switch (member) {
        case STATE -> state;
        case STATE_TRANSITION_REASON -> reason;
        case LAST_PROCESSING_RESULT -> result == null ? "No records processed" : result;
      };
    }
  }

  @Parameter private ClientKind kind;

  private final FakeLambda fake = FakeLambda.builder().settlesAfter(Duration.ofHours(1)).start();
  private EventSourceMappings mappings;

  @BeforeEach
  void createFacade() {
    mappings = kind.facade(fake).build();
  }

  @AfterEach
  void close() {
    fake.close();
  }

  static List<Named<Case>> cases() {
    return CASES.lines().map(line -> Named.of(line.replaceAll(" +", " "), Case.of(line))).toList();
  }

  private Diagnosis diagnose(Case row) {
    return mappings.diagnose(
        DiagnosedMapping.create(fake, row.source(), row.state(), row.reason(), row.result())
            .uuid());
  }

  private static void check(Case row, Diagnosis diagnosis) {
    assertThat(diagnosis.verdict()).as("verdict of %s", row).isEqualTo(row.verdict());
    assertThat(diagnosis.code()).as("code of %s", row).isEqualTo(row.code());
    assertThat(diagnosis.isHealthy()).isEqualTo(row.verdict() == DiagnosisVerdict.HEALTHY);
    assertThat(diagnosis.rawTexts()).as("raw texts of %s", row).containsEntry("State", row.state());
    if (row.result() != null && !row.result().isBlank()) {
      assertThat(diagnosis.rawTexts()).containsEntry("LastProcessingResult", row.result());
    }
    assertThat(diagnosis.mapping()).isPresent();
    assertThat(diagnosis.since()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void diagnosesTextsOfTheFake(Case row) {
    check(row, diagnose(row));
  }

  static List<Named<KnownText>> knownTexts() {
    return KnownTexts.ROWS.stream()
        .map(row -> Named.of(row.member() + " " + row.match() + " " + row.text(), row))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("knownTexts")
  void hasCaseForKnownText(KnownText row) {
    assertThat(CASES.lines().map(Case::of).map(each -> each.textOf(row.member())))
        .as("cases in which %s %s %s", row.member(), row.match(), row.text())
        .anyMatch(text -> text != null && row.matches(text));
  }

  @ParameterizedTest
  @MethodSource("knownTexts")
  void saysWhatKnownTextMeans(KnownText row) {
    assertThat(row.code()).as("code of %s", row.text()).matches("[a-z]+(-[a-z]+)*");
    assertThat(row.sentence()).as("sentence of %s", row.text()).matches("[A-Z].*[^.]");
    assertThat(row.remedy()).as("remedy of %s", row.text()).matches("[A-Z].*[^.]");
    assertThat(row.evidence()).as("evidence of %s", row.text()).isNotEmpty();
  }

  @Test
  void saysForWhichEventSourceTextIsKnown() {
    Diagnosis known = diagnose(caseOf("KINESIS", "PROBLEM: Function call failed"));
    Diagnosis elsewhere = diagnose(caseOf("MQ", "PROBLEM: Function call failed"));

    assertThat(known.evidence()).isEqualTo(Evidence.of(Basis.DOCUMENTED));
    assertThat(elsewhere.verdict()).isEqualTo(DiagnosisVerdict.FAILING);
    assertThat(elsewhere.evidence()).isEqualTo(Evidence.of(Basis.UNKNOWN));
  }

  private static Case caseOf(String source, String result) {
    return Case.of(source + " | Enabled | | " + result + " | FAILING | function-call-failed");
  }

  @ParameterizedTest
  @CsvSource({
    "Creating, 600, IN_TRANSITION, creating",
    "Creating, 601, STUCK, stuck",
    "Enabling, 601, STUCK, stuck",
    "Updating, 601, STUCK, stuck",
    "Disabling, 601, STUCK, stuck",
    "Deleting, 601, STUCK, stuck",
    "Enabled, 3000, HEALTHY, no-records-processed"
  })
  void isStuckAfterTenMinutesInTransition(
      String state, int seconds, DiagnosisVerdict verdict, String code) {
    FakeLambda slow = FakeLambda.builder().settlesAfter(Duration.ofHours(1)).clock(CLOCK).start();
    try (slow) {
      String uuid = DiagnosedMapping.create(slow, EventSource.KINESIS, state, null, null).uuid();
      slow.advance(Duration.ofSeconds(seconds));

      Diagnosis diagnosis = kind.facade(slow).build().diagnose(uuid);

      assertThat(diagnosis.verdict()).isEqualTo(verdict);
      assertThat(diagnosis.code()).isEqualTo(code);
      assertThat(diagnosis.rawTexts()).containsEntry("State", state);
    }
  }

  @Test
  void reportsOtherProblemsOfTheTexts() {
    Diagnosis paused =
        diagnose(Case.of("KINESIS|Disabled|User action|PROBLEM: Function call failed|UNKNOWN| "));
    Diagnosis changing =
        diagnose(Case.of("MQ|Updating|EVENT_SOURCE_AUTHN_ERROR|PROBLEM: new|UNKNOWN| "));

    assertThat(paused.code()).isEqualTo("disabled-by-user");
    assertThat(paused.findings()).extracting(Finding::code).containsExactly("function-call-failed");
    assertThat(changing.code()).isEqualTo("updating");
    assertThat(changing.findings())
        .extracting(Finding::code)
        .containsExactly("source-authentication-failed", "unknown-problem");
  }

  @ParameterizedTest
  @EnumSource(
      value = EventSource.class,
      names = {"SQS", "KINESIS", "DYNAMODB", "MSK", "MQ", "DOCUMENTDB"})
  void saysHowLongTheTextsMayLag(EventSource source) {
    Diagnosis diagnosis =
        mappings.diagnose(DiagnosedMapping.create(fake, source, "Enabled", null, null).uuid());

    boolean lags = source.isKafka() || source == EventSource.MQ || source == EventSource.DOCUMENTDB;
    assertThat(diagnosis.mayLagUpTo().map(Duration::toMinutes))
        .isEqualTo(lags ? Optional.of(15L) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    ", , , UNKNOWN, no-state",
    "Suspended, USER_INITIATED, OK, UNKNOWN, unknown-state",
    "Disabled, , , UNKNOWN, disabled-without-reason",
    "Enabled, , , NOT_OBSERVABLE, no-result",
    "Enabled, , OK, HEALTHY, ok",
    "Creating, , , IN_TRANSITION, creating"
  })
  void toleratesMissingMembers(
      @Nullable String state,
      @Nullable String reason,
      @Nullable String result,
      DiagnosisVerdict verdict,
      String code) {
    EventSourceMappings ofOne =
        EventSourceMappings.using(
            new OneMapping(
                EventSourceMappingConfiguration.builder()
                    .state(state)
                    .stateTransitionReason(reason)
                    .lastProcessingResult(result)
                    .build()));

    Diagnosis one = ofOne.diagnose("any");
    Diagnosis listed = ofOne.diagnoseAll("f").get(0);

    for (Diagnosis diagnosis : List.of(one, listed)) {
      assertThat(diagnosis.verdict()).isEqualTo(verdict);
      assertThat(diagnosis.code()).isEqualTo(code);
      assertThat(diagnosis.uuid()).isEmpty();
      assertThat(diagnosis.since()).isEmpty();
      assertThat(diagnosis.mayLagUpTo()).isEmpty();
      assertThat(diagnosis.toString()).contains("without a UUID");
    }
  }

  @Test
  void saysThatMappingIsGone() {
    Diagnosis diagnosis = mappings.diagnose("5a7b3c1d-0000-4000-8000-000000000000");

    assertThat(diagnosis.verdict()).isEqualTo(DiagnosisVerdict.GONE);
    assertThat(diagnosis.code()).isEqualTo("gone");
    assertThat(diagnosis.uuid()).contains("5a7b3c1d-0000-4000-8000-000000000000");
    assertThat(diagnosis.mapping()).isEmpty();
    assertThat(diagnosis.rawTexts()).isEmpty();
  }

  @Test
  void throwsOtherExceptionsUnchanged() {
    String uuid = DiagnosedMapping.create(fake, EventSource.SQS, true).uuid();
    fake.expireToken();

    assertThatExceptionOfType(LambdaException.class)
        .isThrownBy(() -> mappings.diagnose(uuid))
        .matches(e -> e.statusCode() == 403);
    assertThatExceptionOfType(LambdaException.class)
        .isThrownBy(() -> mappings.diagnoseAll("f"))
        .matches(e -> e.statusCode() == 403);
  }

  @Test
  void rejectsBlankNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mappings.diagnose(" "))
        .withMessageContaining("uuid is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mappings.diagnoseAll(""))
        .withMessageContaining("functionName is blank");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void diagnosesAllMappingsOfFunctionInOrderOfTheList() {
    List<String> uuids = new ArrayList<>();
    for (int i = 0; i < 205; i++) {
      String queue = "arn:aws:sqs:us-east-1:123456789012:queue-" + i;
      uuids.add(
          fake.client()
              .createEventSourceMapping(r -> r.functionName("f").eventSourceArn(queue))
              .uuid());
    }
    fake.client()
        .createEventSourceMapping(
            r ->
                r.functionName("other")
                    .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:queue-0"));
    fake.settle();
    fake.disable(uuids.get(150), "Lambda initiated");
    int before = fake.requests().size();

    List<Diagnosis> diagnoses = mappings.diagnoseAll("f");

    assertThat(diagnoses).extracting(each -> each.uuid().orElseThrow()).isEqualTo(uuids);
    assertThat(IntStream.range(0, 205).filter(i -> diagnoses.get(i).code().startsWith("disabled")))
        .containsExactly(150);
    assertThat(fake.requests()).hasSize(before + 3);
    assertThat(mappings.diagnoseAll("no-such-function")).isEmpty();
  }

  @Test
  void distinguishesTheMappingsOfAnAlias() {
    for (String function : List.of("f", "f:live")) {
      fake.client()
          .createEventSourceMapping(
              DiagnosedMapping.request(EventSource.SQS).functionName(function).build());
    }

    assertThat(mappings.diagnoseAll("f"))
        .extracting(each -> each.uuid().orElseThrow())
        .containsExactly(fake.mappings().get(0).uuid());
    assertThat(mappings.diagnoseAll("f:live"))
        .extracting(each -> each.uuid().orElseThrow())
        .containsExactly(fake.mappings().get(1).uuid());
  }

  @Test
  void getsMappingsWithEncryptedFiltersThatListsHide() {
    fake.client()
        .createEventSourceMapping(
            DiagnosedMapping.request(EventSource.KINESIS).functionName("f").build());
    String encrypted =
        fake.client()
            .createEventSourceMapping(
                DiagnosedMapping.request(EventSource.SQS)
                    .functionName("f")
                    .kmsKeyArn("arn:aws:kms:us-east-1:123456789012:key/k")
                    .filterCriteria(c -> c.filters(f -> f.pattern("{\"body\":[\"a\"]}")))
                    .build())
            .uuid();
    fake.settle();

    assertThat(mappings.diagnoseAll("f")).flatExtracting(Diagnosis::findings).isEmpty();

    fake.failFilterDecryption(encrypted, "AccessDeniedException", "No access to the key.");
    int before = fake.requests().size();

    assertThat(mappings.diagnoseAll("f"))
        .extracting(Diagnosis::code)
        .containsExactly("no-records-processed", "filter-not-decryptable");
    assertThat(fake.requests()).hasSize(before + 2);
  }

  @Test
  void diagnosesOtherMappingsIfOneCannotBeRead() {
    for (int i = 0; i < 3; i++) {
      CreateEventSourceMappingRequest.Builder request =
          DiagnosedMapping.request(EventSource.KINESIS)
              .functionName("f")
              .eventSourceArn("arn:aws:kinesis:us-east-1:123456789012:stream/s-" + i)
              .kmsKeyArn(i == 0 ? null : "arn:aws:kms:us-east-1:123456789012:key/k");
      fake.client().createEventSourceMapping(request.build());
    }
    fake.settle();
    fake.setLastProcessingResult(
        String.valueOf(fake.mappings().get(2).uuid()), "PROBLEM: Function call failed");
    fake.nextRequests(2).of("GetEventSourceMapping").failWith(403, "AccessDeniedException");

    List<Diagnosis> diagnoses = mappings.diagnoseAll("f");

    assertThat(diagnoses)
        .extracting(Diagnosis::verdict)
        .containsExactly(
            DiagnosisVerdict.HEALTHY, DiagnosisVerdict.UNKNOWN, DiagnosisVerdict.FAILING);
    assertThat(diagnoses.get(1).sentence())
        .startsWith("GetEventSourceMapping failed (")
        .contains("403");
    assertThat(diagnoses.get(2).findings())
        .extracting(Finding::code)
        .containsExactly("filter-not-read");
  }

  @Test
  void throwsIfClientCannotReadMapping() {
    EventSourceMappings ofOne =
        EventSourceMappings.using(
            new OneMapping(
                EventSourceMappingConfiguration.builder().uuid("u").kmsKeyArn("k").build()) {
              @Override
              public GetEventSourceMappingResponse getEventSourceMapping(
                  GetEventSourceMappingRequest request) {
                throw SdkClientException.create("no connection");
              }
            });

    assertThatExceptionOfType(SdkClientException.class)
        .isThrownBy(() -> ofOne.diagnoseAll("f"))
        .withMessage("no connection");
  }

  /** Returns a mapping without a service, as a client in a test of an application may do. */
  private static class OneMapping implements LambdaClient {
    private final EventSourceMappingConfiguration mapping;

    OneMapping(EventSourceMappingConfiguration mapping) {
      this.mapping = mapping;
    }

    @Override
    public GetEventSourceMappingResponse getEventSourceMapping(
        GetEventSourceMappingRequest request) {
      return Shape.of(GetEventSourceMappingResponse.class)
          .copyOf(Shape.of(EventSourceMappingConfiguration.class), mapping);
    }

    @Override
    public ListEventSourceMappingsResponse listEventSourceMappings(
        ListEventSourceMappingsRequest request) {
      return ListEventSourceMappingsResponse.builder().eventSourceMappings(mapping).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
