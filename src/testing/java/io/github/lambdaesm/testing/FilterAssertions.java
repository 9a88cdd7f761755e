package io.github.lambdaesm.testing;

import io.github.lambdaesm.filter.FilterTester;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingDefinition;
import io.github.lambdaesm.model.FilterCriteria;
import org.jspecify.annotations.Nullable;

/**
 * Asserts what the filters of a mapping do with records. Works with any test framework.
 *
 * <pre>{@code
 * import static io.github.lambdaesm.testing.FilterAssertions.assertThatFilter;
 *
 * assertThatFilter(request)
 *     .matches("{\"body\": \"{\\\"state\\\": \\\"NEW\\\"}\"}")
 *     .filtersOut("{\"body\": \"{\\\"state\\\": \\\"OLD\\\"}\"}")
 *     .drops("{\"body\": \"plain text\"}");
 * }</pre>
 *
 * <p>A failed assertion shows what Lambda does with the record, and which conditions it does not
 * meet. Needs event-ruler, see {@link FilterTester}.
 */
public final class FilterAssertions {
  private FilterAssertions() {}

  /**
   * Starts assertions on the filters of a mapping, or of a request to create one.
   *
   * @throws IllegalArgumentException if Lambda does not support filters for the event source, or a
   *     filter is invalid
   * @throws IllegalStateException if the mapping's filters are encrypted and not known
   */
  public static FilterAssert assertThatFilter(EventSourceMappingDefinition mapping) {
    return assertThatFilter(FilterTester.forMapping(mapping));
  }

  /**
   * Starts assertions on filters for an event source.
   *
   * @throws IllegalArgumentException if Lambda does not support filters for the event source, or a
   *     filter is invalid
   */
  public static FilterAssert assertThatFilter(
      EventSource source, @Nullable FilterCriteria filters) {
    return assertThatFilter(FilterTester.forSource(source).filters(filters));
  }

  /**
   * Starts assertions on filter patterns for an event source.
   *
   * @throws IllegalArgumentException if Lambda does not support filters for the event source, or a
   *     pattern is invalid
   */
  public static FilterAssert assertThatFilter(EventSource source, String... patterns) {
    return assertThatFilter(FilterTester.forSource(source).patterns(patterns));
  }

  /** Starts assertions on the filters of a tester. */
  public static FilterAssert assertThatFilter(FilterTester tester) {
    return new FilterAssert(tester);
  }
}
