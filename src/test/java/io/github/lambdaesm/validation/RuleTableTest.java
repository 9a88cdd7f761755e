package io.github.lambdaesm.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks what all rows of the table have in common. */
class RuleTableTest {
  static List<RuleDescription> descriptions() {
    return RuleTable.RULES.stream().map(MappingRule::describe).toList();
  }

  static List<MappingRule> rules() {
    return RuleTable.RULES;
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void isComplete(RuleDescription rule) {
    assertThat(rule.id()).matches("esm(-[a-z]+)+");
    assertThat(rule.members()).isNotEmpty();
    assertThat(rule.evidence()).isNotEmpty();
    assertThat(List.of(rule.sentence(), rule.remedy()))
        .allSatisfy(text -> assertThat(text).matches("\\S.*[^.\\s]").doesNotContain("{", "  "));
  }

  /** A misspelled member has no bit. */
  @ParameterizedTest
  @MethodSource("rules")
  void namesMembersOfRequests(MappingRule rule) {
    assertThat(rule.members()).allMatch(member -> MappingView.bit(member.top()) != 0);
  }
}
