package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.Evidence.Basis.QUOTA;
import static io.github.lambdaesm.model.Evidence.Basis.UNKNOWN;
import static io.github.lambdaesm.validation.MappingRule.On.BOTH;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.internal.mapping.Sources.ALL;

import io.github.lambdaesm.filter.FilterLinter;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.Violation;
import java.util.List;
import java.util.function.Consumer;

/** The rules for filters. {@link FilterLinter} checks the patterns. */
final class FilterRules {
  /** The ID of the rule that stands for all that the linter finds. */
  static final String LINTS = "esm-filter-syntax";

  static final MemberPath FILTERS = MemberPath.of("FilterCriteria.Filters");
  private static final MemberPath CRITERIA = MemberPath.of("FilterCriteria");
  private static final MemberPath KEY = MemberPath.of("KMSKeyArn");
  private static final int QUOTA_OF_FILTERS = 5;

  static final List<MappingRule> RULES =
      List.of(
          rule(
                  "esm-filter-count",
                  BOTH,
                  List.of(FILTERS),
                  v -> v.requestedList(FILTERS).size() > QUOTA_OF_FILTERS)
              .says(
                  "FilterCriteria has {FilterCriteria.Filters|more than 5} filters, more than the"
                      + " default quota of 5",
                  "combine filters, or request a quota of up to 10")
              .knownBy(QUOTA, ALL),
          rule(LINTS, BOTH, List.of(CRITERIA), FilterRules::lint)
              .says(
                  "A filter pattern is not valid, or does not match what it seems to",
                  "see the checks of filters below")
              .knownBy(Recorded.LOCALSTACK_2025, ALL),
          rule("esm-kms-needs-filters", BOTH, List.of(KEY), v -> v.sets(KEY) && v.lacks(FILTERS))
              .says("KMSKeyArn encrypts filters, but there are none", "set filters, or remove it")
              .knownBy(UNKNOWN, ALL));

  private FilterRules() {}

  private static void lint(MappingView view, ApplicableRule applicable, Consumer<Violation> found) {
    EventSource source = view.source();
    if (view.requested(CRITERIA) instanceof FilterCriteria criteria) {
      FilterLinter.check(criteria, source == null ? EventSource.UNKNOWN : source).forEach(found);
    }
  }
}
