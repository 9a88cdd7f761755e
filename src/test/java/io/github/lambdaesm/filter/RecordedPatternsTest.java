package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.filter.FilterCases.Case;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Severity;
import io.github.lambdaesm.model.Violation;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the lints against patterns that AWS is recorded to accept or reject. */
class RecordedPatternsTest {

  /** Invalid patterns that are reported for another reason than AWS's. */
  private static final Map<String, String> OTHER_REASON =
      Map.of(
          "eb-content_wildcard_complex_EXC",
          "The limit for the complexity of wildcards is not known, so it is only reported that"
              + " Lambda does not document the operator");

  static Stream<Case> accepted() {
    return FilterCases.all().filter(each -> !each.isInvalid());
  }

  static Stream<Case> rejected() {
    return FilterCases.all().filter(Case::isInvalid);
  }

  static Stream<Case> rejectedByLambda() {
    return rejected().filter(each -> each.id().startsWith("ls-") || each.id().startsWith("pf-"));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptsWhatAwsAccepts(Case accepted) {
    assertThat(accepted.lint())
        .noneMatch(Violation::isError)
        .noneMatch(found -> found.id().equals("esm-filter-syntax"));
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void reportsWhatAwsRejects(Case rejected) {
    boolean hasOtherReason = OTHER_REASON.containsKey(rejected.id());

    assertThat(rejected.lint())
        .isNotEmpty()
        .anyMatch(
            found ->
                hasOtherReason
                    || found.id().equals("esm-filter-syntax")
                    || found.id().equals("filter-case"));
  }

  @ParameterizedTest
  @MethodSource("rejectedByLambda")
  void reportsErrorForWhatLambdaIsRecordedToReject(Case rejected) {
    assertThat(rejected.lint())
        .anyMatch(found -> found.isError() && found.id().equals("esm-filter-syntax"));
  }

  @Test
  void everyErrorIsRecorded() {
    assertThat(FilterCases.all().flatMap(each -> each.lint().stream()))
        .isNotEmpty()
        .allSatisfy(
            found ->
                assertThat(found.severity())
                    .isEqualTo(
                        found.evidence().basis().isRejection()
                            ? Severity.ERROR
                            : Severity.WARNING));
  }

  /** Patterns that public templates deploy. */
  static Stream<Map.Entry<EventSource, String>> deployed() {
    return Stream.of(
        Map.entry(EventSource.SQS, "{ \"body\" : { \"RequestCode\" : [ \"BBBB\" ] } }"),
        Map.entry(
            EventSource.SQS, "{\"body\":{\"sourceIPAddress\":[{ \"cidr\":\"10.0.0.0/24\"}]}}"),
        Map.entry(EventSource.SQS, "{\"body\":{\"id\":[null]}}"),
        Map.entry(EventSource.DYNAMODB, "{\"eventName\": [\"INSERT\"]}"),
        Map.entry(
            EventSource.DYNAMODB, "{\"dynamodb\":{\"OldImage\":{\"RBAC\":{\"BOOL\":[true]}}}}"),
        Map.entry(
            EventSource.KINESIS, "{\"data\":{\"kind\":[\"Event\"]},\"partitionKey\":[\"300\"]}"),
        Map.entry(
            EventSource.MSK,
            "{\"topic\":[{\"prefix\":\"my\"}],\"value\":[{\"prefix\":\"Order\"}]}"),
        Map.entry(EventSource.MQ, "{\"basicProperties\":{\"appId\":[{\"prefix\":\"my\"}]}}"));
  }

  @ParameterizedTest
  @MethodSource("deployed")
  void reportsNoErrorForDeployedPatterns(Map.Entry<EventSource, String> deployed) {
    FilterPattern pattern = FilterPattern.parse(deployed.getValue());

    assertThat(pattern.lint(deployed.getKey())).noneMatch(Violation::isError);
    assertThat(pattern.lint(EventSource.UNKNOWN)).noneMatch(Violation::isError);
  }
}
