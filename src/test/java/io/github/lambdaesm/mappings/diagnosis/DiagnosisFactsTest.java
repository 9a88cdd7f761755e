package io.github.lambdaesm.mappings.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.mappings.ClientKind;
import io.github.lambdaesm.mappings.EventSourceMappings;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.testing.FakeLambda;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks what a diagnosis finds besides the texts of the state. */
@ParameterizedClass
@EnumSource
class DiagnosisFactsTest {
  private static final String FILTER_NOT_DECRYPTABLE = "filter-not-decryptable";

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

  /**
   * A mapping, facts about its surroundings, and the expected diagnosis.
   *
   * @param state the state of the mapping; {@code Disabled} by Lambda
   * @param found the code of the verdict if the fact breaks the mapping, else of the finding; null
   *     if the facts are no finding
   */
  private record Case(
      String name,
      EventSource source,
      String state,
      Consumer<DiagnosisFacts.Builder> facts,
      DiagnosisVerdict verdict,
      @Nullable String found) {}

  static List<Named<Case>> cases() {
    return Stream.of(
            enabled("deleted function", EventSource.SQS, f -> f.functionExists(false))
                .breaks("function-deleted"),
            enabled("existing function", EventSource.KINESIS, f -> f.functionExists(true))
                .finds(null),
            disabled("deleted function", EventSource.SQS, f -> f.functionExists(false))
                .finds("function-deleted"),
            enabled("deleted queue", EventSource.SQS, f -> f.eventSourceExists(false))
                .breaks("event-source-deleted"),
            enabled("existing queue", EventSource.SQS, f -> f.eventSourceExists(true)).finds(null),
            enabled(
                    "missing permission",
                    EventSource.KINESIS,
                    f -> f.missingRoleActions("kinesis:GetRecords"))
                .breaks("role-lacks-permissions"),
            enabled("no missing permission", EventSource.KINESIS, f -> f.missingRoleActions())
                .finds(null),
            enabled("concurrency 0", EventSource.SQS, f -> f.reservedConcurrency(0))
                .breaks("reserved-concurrency-zero"),
            enabled("concurrency 4 below 5", EventSource.SQS, f -> f.reservedConcurrency(4))
                .finds("reserved-concurrency-below-maximum"),
            enabled("concurrency 5", EventSource.SQS, f -> f.reservedConcurrency(5)).finds(null),
            enabled("concurrency 1 of a stream", EventSource.KINESIS, f -> f.reservedConcurrency(1))
                .finds(null),
            enabled("visibility 29 s of 30 s", EventSource.SQS, timeouts(30, 29))
                .finds("visibility-timeout-too-short"),
            enabled("visibility 30 s of 30 s", EventSource.SQS, timeouts(30, 30)).finds(null),
            enabled("timeout 841 s", EventSource.MSK, timeouts(841, 900))
                .finds("function-timeout-too-long"),
            enabled("timeout 840 s", EventSource.MSK, timeouts(840, 900)).finds(null),
            enabled("timeout 841 s of a stream", EventSource.KINESIS, timeouts(841, 900))
                .finds(null),
            enabled("newer queue", EventSource.SQS, f -> f.eventSourceCreatedAt(Instant.MAX))
                .finds("event-source-recreated"),
            enabled("older queue", EventSource.SQS, f -> f.eventSourceCreatedAt(Instant.EPOCH))
                .finds(null),
            disabled("changed role", EventSource.SQS, f -> f.roleChanged(true))
                .finds("role-changed"),
            enabled("changed role", EventSource.SQS, f -> f.roleChanged(true)).finds(null),
            disabled("change stream", EventSource.DOCUMENTDB, f -> {})
                .finds("change-stream-events-expired"),
            enabled("change stream", EventSource.DOCUMENTDB, f -> {}).finds(null))
        .map(each -> Named.of(each.state() + ", " + each.name(), each))
        .toList();
  }

  private static Consumer<DiagnosisFacts.Builder> timeouts(int function, int visibility) {
    return facts ->
        facts
            .functionTimeout(Duration.ofSeconds(function))
            .visibilityTimeout(Duration.ofSeconds(visibility));
  }

  private static Draft enabled(
      String name, EventSource source, Consumer<DiagnosisFacts.Builder> facts) {
    return new Draft(name, source, "Enabled", facts);
  }

  private static Draft disabled(
      String name, EventSource source, Consumer<DiagnosisFacts.Builder> facts) {
    return new Draft(name, source, "Disabled", facts);
  }

  /** A case whose expectation is still missing. */
  private record Draft(
      String name, EventSource source, String state, Consumer<DiagnosisFacts.Builder> facts) {
    Case breaks(String code) {
      return new Case(name, source, state, facts, DiagnosisVerdict.FAILING, code);
    }

    Case finds(@Nullable String code) {
      DiagnosisVerdict enabled =
          source.isSqs() ? DiagnosisVerdict.NOT_OBSERVABLE : DiagnosisVerdict.HEALTHY;
      DiagnosisVerdict verdict =
          state.equals("Enabled") ? enabled : DiagnosisVerdict.DISABLED_BY_LAMBDA;
      return new Case(name, source, state, facts, verdict, code);
    }
  }

  private String create(EventSource source, String state) {
    String uuid =
        DiagnosedMapping.create(
                fake, source, state, state.equals("Disabled") ? "Lambda initiated" : null, null)
            .uuid();
    if (source.isSqs() && state.equals("Enabled")) {
      UpdateEventSourceMappingRequest update =
          UpdateEventSourceMappingRequest.builder()
              .uuid(uuid)
              .scalingConfig(s -> s.maximumConcurrency(5))
              .build();
      fake.client().updateEventSourceMapping(update);
      fake.settle();
    }
    return uuid;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsProblemsOfFacts(Case row) {
    Diagnosis diagnosis = mappings.diagnose(create(row.source(), row.state()), row.facts());

    assertThat(diagnosis.verdict()).as("verdict of %s", row.name()).isEqualTo(row.verdict());
    if (row.verdict() == DiagnosisVerdict.FAILING) {
      assertThat(diagnosis.code()).as("code of %s", row.name()).isEqualTo(row.found());
      assertThat(diagnosis.findings()).as("findings of %s", row.name()).isEmpty();
    } else {
      assertThat(diagnosis.findings().stream().map(Finding::code))
          .as("findings of %s", row.name())
          .isEqualTo(row.found() == null ? List.of() : List.of(row.found()));
    }
  }

  static List<Named<FindingRule>> rules() {
    return FindingRules.ROWS.stream().map(rule -> Named.of(rule.code(), rule)).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasCaseForFinding(FindingRule rule) {
    Stream<String> found = cases().stream().map(each -> each.getPayload().found());
    assertThat(Stream.concat(found, Stream.of(FILTER_NOT_DECRYPTABLE, "filter-not-read")))
        .as("cases that find %s", rule.code())
        .contains(rule.code());
    assertThat(rule.code()).matches("[a-z]+(-[a-z]+)*");
    assertThat(rule.sentence()).as("sentence of %s", rule.code()).matches("[A-Z].*[^.]");
    assertThat(rule.remedy()).as("remedy of %s", rule.code()).matches("[A-Z].*[^.]");
  }

  @Test
  void doesNotCountUnreadableFiltersAsHealthy() {
    String uuid = create(EventSource.KINESIS, "Enabled");
    fake.failFilterDecryption(uuid, "AccessDeniedException", "No access to the key.");

    Diagnosis diagnosis = mappings.diagnose(uuid);

    assertThat(diagnosis.verdict()).isEqualTo(DiagnosisVerdict.UNKNOWN);
    assertThat(diagnosis.code()).isEqualTo(FILTER_NOT_DECRYPTABLE);
    assertThat(diagnosis.sentence()).contains("Lambda", "only the caller");
    assertThat(diagnosis.findings()).isEmpty();
    assertThat(diagnosis.rawTexts())
        .containsEntry("FilterCriteriaError.ErrorCode", "AccessDeniedException")
        .containsEntry("FilterCriteriaError.Message", "No access to the key.");
  }

  @Test
  void keepsVerdictOfBrokenMappingWithUnreadableFilters() {
    String uuid = create(EventSource.KINESIS, "Enabled");
    fake.failFilterDecryption(uuid, "AccessDeniedException", "No access to the key.");

    Diagnosis diagnosis = mappings.diagnose(uuid, facts -> facts.functionExists(false));

    assertThat(diagnosis.code()).isEqualTo("function-deleted");
    assertThat(diagnosis.findings())
        .extracting(Finding::code)
        .containsExactly(FILTER_NOT_DECRYPTABLE);
  }

  @Test
  void considersFactsForAllMappingsOfFunction() {
    create(EventSource.KINESIS, "Enabled");
    create(EventSource.SQS, "Enabled");

    List<Diagnosis> diagnoses = mappings.diagnoseAll("f", facts -> facts.reservedConcurrency(0));

    assertThat(diagnoses)
        .extracting(Diagnosis::code)
        .containsExactly("reserved-concurrency-zero", "reserved-concurrency-zero");
  }

  @Test
  void basesVerdictOnFirstBreakingFact() {
    String uuid = create(EventSource.SQS, "Enabled");

    Diagnosis diagnosis =
        mappings.diagnose(
            uuid, f -> f.functionExists(false).eventSourceExists(false).reservedConcurrency(0));

    assertThat(diagnosis.code()).isEqualTo("function-deleted");
    assertThat(diagnosis.findings())
        .extracting(Finding::code)
        .containsExactly("event-source-deleted", "reserved-concurrency-zero");
  }

  @Test
  void keepsVerdictOfTextsThatReportProblem() {
    String uuid = create(EventSource.KINESIS, "Enabled");
    fake.setLastProcessingResult(uuid, "PROBLEM: Function call failed");

    Diagnosis diagnosis = mappings.diagnose(uuid, f -> f.functionExists(false));

    assertThat(diagnosis.code()).isEqualTo("function-call-failed");
    assertThat(diagnosis.findings()).extracting(Finding::code).containsExactly("function-deleted");
  }

  @Test
  void breakingFactCountsForMoreThanUnknownText() {
    String uuid = create(EventSource.KINESIS, "Enabled");
    fake.setLastProcessingResult(uuid, "Something new");
    String disabled = create(EventSource.SQS, "Disabled");
    fake.disable(disabled, " ");

    Diagnosis diagnosis = mappings.diagnose(uuid, f -> f.functionExists(false));

    assertThat(diagnosis.verdict()).isEqualTo(DiagnosisVerdict.FAILING);
    assertThat(diagnosis.code()).isEqualTo("function-deleted");
    assertThat(diagnosis.findings()).extracting(Finding::code).containsExactly("unknown-result");
    assertThat(mappings.diagnose(disabled, f -> f.functionExists(false)).verdict())
        .isEqualTo(DiagnosisVerdict.UNKNOWN);
  }

  @Test
  void ignoresBlanksAroundState() {
    EventSourceMappingConfiguration mapping =
        EventSourceMappingConfiguration.builder()
            .state("Disabled\t")
            .stateTransitionReason("Lambda initiated")
            .build();

    assertThat(
            Diagnosis.of(mapping, DiagnosisFacts.builder().roleChanged(true).build(), Instant.EPOCH)
                .findings())
        .extracting(Finding::code)
        .containsExactly("role-changed");
  }

  @Test
  void namesMissingActions() {
    Diagnosis diagnosis =
        mappings.diagnose(
            create(EventSource.SQS, "Enabled"),
            f -> f.missingRoleActions("sqs:ReceiveMessage", "kms:Decrypt\n"));

    assertThat(diagnosis.sentence())
        .isEqualTo("The execution role lacks sqs:ReceiveMessage, kms:Decrypt\\u000a");
  }

  @Test
  void findsNothingIfNoFactsAreKnown() {
    String uuid = create(EventSource.SQS, "Enabled");

    Diagnosis diagnosis =
        mappings.diagnose(
            uuid,
            DiagnosisFacts.builder()
                .functionExists(null)
                .functionTimeout(null)
                .reservedConcurrency(null)
                .eventSourceExists(null)
                .eventSourceCreatedAt(null)
                .visibilityTimeout(null)
                .build());

    assertThat(diagnosis.verdict()).isEqualTo(DiagnosisVerdict.NOT_OBSERVABLE);
    assertThat(diagnosis.findings()).isEmpty();
  }
}
