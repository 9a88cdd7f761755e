package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.Findings.Place;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks filter patterns without a call to AWS: their syntax, and conditions that never match or
 * that match something else than they seem to.
 *
 * <p>Only what Lambda is recorded to reject has the severity {@code ERROR}. Of a pattern with many
 * mistakes, reports about 20, with at least one of each kind.
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
   * violations are paths such as {@code FilterCriteria.Filters[0].Pattern}, and the messages start
   * with the filter, such as {@code Filter 0}.
   *
   * <p>Skips patterns of more than 4,096 characters, which are outside the bounds of Lambda's API:
   * {@code MappingRules} reports them as {@code esm-range-filter-pattern}.
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
      String pattern = filter == null ? null : filter.pattern();
      if (pattern == null || !TextLints.isTooLong(pattern)) {
        linter.check(pattern, Place.ofFilter(i));
      }
    }
    return linter.finish();
  }

  /** Returns what is wrong or suspicious about one pattern, with the member {@code Pattern}. */
  static List<Violation> check(FilterPattern pattern, EventSource source) {
    FilterLinter linter = new FilterLinter(source);
    linter.check(pattern.toString(), Place.PATTERN);
    return linter.finish();
  }

  /**
   * Returns the keys with conditions of which only one can count, whatever the pattern's length.
   */
  static List<Violation> conflicts(FilterPattern pattern) {
    FilterLinter linter = new FilterLinter(EventSource.UNKNOWN);
    try {
      DuplicateLeaves.check(
          PatternOutline.of(PatternParser.parse(pattern.toString())), linter.findings);
    } catch (InvalidPatternException e) {
      throw new IllegalStateException("A FilterPattern cannot be parsed", e);
    }
    return linter.findings.toList();
  }

  /** Returns the IDs that violations can have, each once, in the order of {@link #lints()}. */
  public static List<String> ids() {
    return Stream.of(Lint.values()).map(Lint::id).distinct().toList();
  }

  /** Returns all checks, several of which can have the same ID. */
  public static List<LintDescription> lints() {
    return Stream.of(Lint.values()).map(Lint::description).toList();
  }

  private void check(@Nullable String text, Place place) {
    findings.at(place);
    if (text == null) {
      findings.add(
          Lint.SYNTAX, "The filter has no pattern", InvalidPatternException.Reason.EMPTY.remedy());
      return;
    }
    TextLints.checkLength(text, findings);
    if (TextLints.isTooLong(text)) {
      return;
    }
    TextLints.check(text, findings);
    try {
      check(PatternOutline.of(PatternParser.parse(text)), place);
    } catch (InvalidPatternException e) {
      Lint lint = e.reason().isRecorded() ? Lint.NOT_ONE_OBJECT : Lint.SYNTAX;
      findings.add(lint, e.problem(), e.reason().remedy());
    }
  }

  private void check(PatternOutline outline, Place place) {
    SyntaxLints.check(outline, findings);
    ValueLints.check(outline, source, findings);
    DuplicateLeaves.check(outline, findings);
    KeyLints.check(outline, source, findings);
    if (source == EventSource.DYNAMODB) {
      DynamoDbLints.check(outline, findings);
      DynamoDbEventLints.check(outline, findings);
    }
    if (source.isSqs()) {
      forms.add(outline, place);
    }
  }

  private List<Violation> finish() {
    forms.check(findings);
    return findings.toList();
  }
}
