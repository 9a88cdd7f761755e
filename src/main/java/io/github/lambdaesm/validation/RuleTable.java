package io.github.lambdaesm.validation;

import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order in which they are checked. */
final class RuleTable {
  static final List<MappingRule> RULES =
      Stream.of(
              SourceRules.RULES,
              RangeRules.RULES,
              EnumRules.RULES,
              BatchRules.RULES,
              StartingPositionRules.RULES,
              UnsupportedMemberRules.RULES,
              AccessRules.RULES,
              RequiredMemberRules.RULES,
              KafkaRules.RULES,
              ScalingRules.RULES,
              DestinationRules.RULES,
              FilterRules.RULES,
              UpdateRules.RULES)
          .flatMap(List::stream)
          .toList();

  private RuleTable() {}
}
