package io.github.lambdaesm.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Severity;
import io.github.lambdaesm.model.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.Region;

/** Checks each rule with requests that break it and with others that nearly do. */
class RuleCasesTest {
  private static final MappingRules RULES =
      MappingRules.standard()
          .with("esm-start-latest-loss")
          .in(Region.US_EAST_1)
          .withFunction(Duration.ofSeconds(30), 5)
          .withQueue(Duration.ofSeconds(180))
          .at(() -> Instant.ofEpochSecond(2_000_000_000));

  /** {@link ExternalFactsTest} and the tests of the filter linter break these. */
  private static final Set<String> TESTED_ELSEWHERE = Set.of("esm-visibility", FilterRules.LINTS);

  static List<RuleCase> cases() {
    return RuleCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsViolationForTheseEventSourcesOnly(RuleCase each) {
    Map<EventSource, Severity> found = new EnumMap<>(EventSource.class);
    for (EventSource source : EventSource.values()) {
      for (Violation violation : each.check(RULES, source, each.broken())) {
        found.put(source, violation.severity());
      }
    }

    assertThat(found).isEqualTo(each.expected());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ignoresNearMiss(RuleCase each) {
    for (EventSource source : each.expected().keySet()) {
      assertThat(each.check(RULES, source, each.nearMiss())).as(source.phrase()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void describesViolationInOneLine(RuleCase each) {
    for (EventSource source : each.expected().keySet()) {
      for (Violation violation : each.check(RULES, source, each.broken())) {
        assertThat(violation.toString())
            .matches("\\S.*[^.]: \\S.*[^.]\\. \\[[a-z-]+, .*]")
            .doesNotContain("null", "  ", "{", "arn:secret")
            .hasSizeLessThan(500);
      }
    }
  }

  @Test
  void triggersEveryRule() {
    Set<String> triggered = new TreeSet<>(TESTED_ELSEWHERE);
    cases().forEach(each -> triggered.add(each.id()));
    Set<String> ids = new TreeSet<>();
    RuleTable.RULES.forEach(rule -> ids.add(rule.id()));

    assertThat(triggered).isEqualTo(ids);
  }
}
