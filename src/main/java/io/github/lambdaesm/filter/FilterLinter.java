package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks filter patterns without a call to AWS: their syntax, and conditions that never match or
 * that match something else than they seem to.
 *
 * <p>Only what Lambda is recorded to reject has the severity {@code ERROR}.
 */
public final class FilterLinter {
  private final EventSource source;
  private final Findings findings = new Findings();
  private final BodyForms forms = new BodyForms();

  private FilterLinter(EventSource source) {
    this.source = source;
  }

  /**
   * Returns what is wrong or suspicious about the filters of a mapping. The members of the
   * violations are paths such as {@code FilterCriteria.Filters[0].Pattern}.
   *
   * @param criteria the filters
   * @param source the type of the event source; {@link EventSource#UNKNOWN} checks only what does
   *     not depend on it
   */
  public static List<Violation> check(FilterCriteria criteria, EventSource source) {
    FilterLinter linter = new FilterLinter(source);
    List<Filter> filters = criteria.filters();
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      linter.check(filter == null ? null : filter.pattern(), memberOf(i));
    }
    return linter.finish();
  }

  /** Returns what is wrong or suspicious about one pattern, with the member {@code Pattern}. */
  static List<Violation> check(FilterPattern pattern, EventSource source) {
    FilterLinter linter = new FilterLinter(source);
    linter.check(pattern.toString(), "Pattern");
    return linter.finish();
  }

  private static String memberOf(int index) {
    return "FilterCriteria.Filters[" + index + "].Pattern";
  }

  private void check(@Nullable String text, String member) {
    findings.at(member);
    if (text == null) {
      findings.add(
          Lint.SYNTAX, "The filter has no pattern", InvalidPatternException.Reason.EMPTY.remedy());
      return;
    }
    TextLints.check(text, findings);
    try {
      check(PatternOutline.of(PatternParser.parse(text)), member);
    } catch (InvalidPatternException e) {
      Lint lint = e.reason().isRecorded() ? Lint.NOT_ONE_OBJECT : Lint.SYNTAX;
      findings.add(lint, e.problem(), e.reason().remedy());
    }
  }

  private void check(PatternOutline outline, String member) {
    SyntaxLints.check(outline, findings);
    ValueLints.check(outline, source, findings);
    DuplicateLeaves.check(outline, findings);
    KeyLints.check(outline, source, findings);
    if (source == EventSource.DYNAMODB) {
      DynamoDbLints.check(outline, findings);
      DynamoDbEventLints.check(outline, findings);
    }
    if (source.isSqs()) {
      forms.add(outline, member);
    }
  }

  private List<Violation> finish() {
    forms.check(findings);
    return findings.toList();
  }
}
