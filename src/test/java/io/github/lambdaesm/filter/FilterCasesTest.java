package io.github.lambdaesm.filter;

import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares verdicts with what was recorded, documented or seen in AWS's samples. */
class FilterCasesTest {
  private static final Set<String> KNOWN = Set.of("E", "E(EventBridge)", "D", "S");

  /** Known cases in which this library differs, with the reason. */
  private static final Map<String, String> DIFFERENCES =
      Map.of(
          "eb-content_wildcard_complex_EXC",
          "EventBridge refuses wildcards above a complexity that is not known, Lambda's even less");

  /** What happens where the evidence is weak or contradictory, and why. */
  private static final Map<String, String> UNCERTAIN =
      Map.ofEntries(
          // Absent from recordings; DynamoDB's types are keys like any other.
          Map.entry("ls-ddb-value-without-type", "FILTERED_OUT"),
          Map.entry("ls-ddb-exists-without-type", "FILTERED_OUT"),
          // Typing errors in the documentation, which EventBridge refuses.
          Map.entry("doc-sqs-typo-double-gt", "invalid"),
          Map.entry("doc-mq-typo-extra-brace", "invalid"),
          // Older pages of the documentation, as the newer ones.
          Map.entry("doc-kinesis-requestcode-no", "FILTERED_OUT"),
          Map.entry("doc-kinesis-requestcode-yes", "MATCHED"),
          // The documentation of TTL and that of filters contradict each other.
          Map.entry("doc-ddb-ttl", "MATCHED"),
          // The documentation says no; EventBridge, which has the same sentence, says yes.
          Map.entry("doc-number-300.0", "MATCHED"),
          Map.entry("doc-number-3e2", "MATCHED"),
          // As EventBridge.
          Map.entry("doc-exists-false-intermediate", "MATCHED"),
          Map.entry("doc-array-value", "MATCHED"));

  @Test
  void agreesWithWhatIsKnown() {
    List<String> differing = new ArrayList<>();
    int count = 0;
    for (FilterCase each : FilterCase.all()) {
      if (KNOWN.contains(each.evidence())) {
        count++;
        if (!each.agrees(each.actual())) {
          differing.add(each.id());
        }
      }
    }

    assertThat(count).isEqualTo(263);
    assertThat(differing).containsExactlyInAnyOrderElementsOf(DIFFERENCES.keySet());
  }

  @Test
  void decidesWhatIsUncertain() {
    Map<Boolean, List<FilterCase>> cases =
        FilterCase.all().stream().collect(partitioningBy(each -> KNOWN.contains(each.evidence())));

    assertThat(cases.get(false))
        .allSatisfy(each -> assertThat(each.actual()).isEqualTo(UNCERTAIN.get(each.id())))
        .extracting(FilterCase::id)
        .containsExactlyInAnyOrderElementsOf(UNCERTAIN.keySet());
  }

  @Test
  void distinguishesFormatsFromConditions() {
    Map<String, String> outcomes =
        Map.of(
            "ls-sqs-valid-json-filter-nomatch", "DROPPED",
            "doc-sqs-plain-json-exists-false", "DROPPED",
            "doc-sqs-json-plain-anything-but", "DROPPED",
            "doc-kinesis-nonjson-json", "DROPPED",
            "doc-kafka-plain-json-mismatch", "PASSED_UNFILTERED",
            "doc-kafka-nonutf8", "PASSED_UNFILTERED",
            "doc-mq-mismatch", "PASSED_UNFILTERED",
            "doc-mq-plain-no", "FILTERED_OUT",
            "sp-sqs-messageAttributes", "FILTERED_OUT");

    assertThat(FilterCase.all())
        .filteredOn(each -> outcomes.containsKey(each.id()))
        .hasSameSizeAs(outcomes.keySet())
        .allSatisfy(each -> assertThat(each.actual()).isEqualTo(outcomes.get(each.id())));
  }
}
