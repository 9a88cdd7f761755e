package io.github.lambdaesm.filter;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingDefinition;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteria;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries filters on records without a call to AWS.
 *
 * <pre>{@code
 * FilterTester tester =
 *     FilterTester.forSource(EventSource.SQS).patterns("{\"body\": {\"state\": [\"NEW\"]}}");
 * Verdict verdict = tester.test("{\"body\": \"{\\\"state\\\": \\\"OLD\\\"}\"}");
 * verdict.outcome(); // FILTERED_OUT
 * verdict.whyNot(); // Filter 0: body.state is "OLD", which does not match ["NEW"]
 * }</pre>
 *
 * <p>Needs event-ruler, the library that Amazon EventBridge matches patterns with, on the class
 * path: {@code software.amazon.event.ruler:event-ruler:2.1.0}. A tester decodes records as Lambda
 * does for their event source.
 *
 * <p>Numbers are compared by their value, so {@code 300} matches {@code 300.0}: EventBridge does
 * so, though Lambda's documentation says otherwise. A filter on the {@code messageAttributes} of an
 * SQS message matches nothing, as in Lambda. Of duplicate keys in a record, the last counts. What
 * Lambda does with Kafka records without a value is not known; here, they are matched as they are.
 * Nor is it known whether filters see the {@code key} of a Kafka record decoded; here, they see its
 * Base64 text.
 *
 * <p>Thread-safe. Creating a tester is expensive; keep it.
 */
public final class FilterTester {
  private final RecordReader reader;
  private final Judge judge;

  private FilterTester(RecordLayout layout, List<PatternScan> patterns) {
    List<String> paths = new ArrayList<>();
    patterns.forEach(pattern -> paths.addAll(pattern.conditions().keySet()));
    this.reader = new RecordReader(layout, UsedKeys.of(paths));
    this.judge = new Judge(layout, patterns);
  }

  /**
   * Starts a tester for records of an event source.
   *
   * @throws IllegalArgumentException if Lambda does not support filters for it
   */
  public static Source forSource(EventSource source) {
    return new Source(RecordLayout.of(source));
  }

  /**
   * Creates a tester with the event source and the filters of a mapping, or of a request to create
   * one.
   *
   * @throws IllegalArgumentException if Lambda does not support filters for the event source, or a
   *     filter is invalid
   * @throws IllegalStateException if the mapping has filters that are not known, because they are
   *     encrypted
   */
  public static FilterTester forMapping(EventSourceMappingDefinition mapping) {
    requireKnownFilters(mapping);
    return forSource(EventSource.of(mapping)).filters(mapping.filterCriteria());
  }

  /** Creates a tester for plain events, as EventBridge matches them. */
  static FilterTester forEvents(String... patterns) {
    return new Source(RecordLayout.EVENT).patterns(patterns);
  }

  private static void requireKnownFilters(EventSourceMappingDefinition mapping) {
    if (mapping instanceof EventSourceMappingDescription description
        && description.filterCriteriaError() != null) {
      throw new IllegalStateException(
          "The filters of mapping %s are not known, because Lambda could not decrypt them: %s"
              .formatted(description.uuid(), description.filterCriteriaError().message()));
    }
    if (mapping instanceof EventSourceMappingConfiguration listed
        && listed.kmsKeyArn() != null
        && listed.filterCriteria() == null) {
      throw new IllegalStateException(
          "The filters of mapping %s are not known, because a list does not contain encrypted"
                  .formatted(listed.uuid())
              + " ones. Read the mapping with getEventSourceMapping.");
    }
  }

  /** Accepts the filters of a tester. */
  public static final class Source {
    private final RecordLayout layout;

    private Source(RecordLayout layout) {
      this.layout = layout;
    }

    /**
     * Creates a tester with filters. Without any, every record matches.
     *
     * @throws IllegalArgumentException if a filter is invalid
     */
    public FilterTester filters(@Nullable FilterCriteria filters) {
      return create(
          filters == null ? List.of() : filters.filters().stream().map(Filter::pattern).toList());
    }

    /**
     * Creates a tester with the patterns of filters. Without any, every record matches.
     *
     * @throws IllegalArgumentException if a pattern is invalid
     */
    public FilterTester patterns(String... patterns) {
      return create(Arrays.asList(patterns));
    }

    /**
     * Creates a tester with patterns.
     *
     * @throws IllegalArgumentException if a pattern is invalid
     */
    public FilterTester patterns(FilterPattern first, FilterPattern... more) {
      List<String> texts = new ArrayList<>(List.of(first.toString()));
      for (FilterPattern each : more) {
        texts.add(each.toString());
      }
      return create(texts);
    }

    private FilterTester create(Collection<? extends @Nullable String> patterns) {
      List<PatternScan> scans = new ArrayList<>();
      for (String pattern : patterns) {
        PatternScan scan = PatternScan.of("Filter " + scans.size(), pattern);
        if (!layout.acceptsText() && scan.conditions().containsKey(layout.data())) {
          throw new IllegalArgumentException(
              "Filter %d is invalid: \"%s\" must be an object, because filters on a %s need JSON."
                  .formatted(scans.size(), layout.data(), layout.noun()));
        }
        scans.add(scan);
      }
      return new FilterTester(layout, List.copyOf(scans));
    }
  }

  /**
   * Tries the filters on one record, as it is in the event that the function receives.
   *
   * @throws IllegalArgumentException if the text is not such a record, or too large to test
   * @throws IllegalStateException if event-ruler is not on the class path
   */
  public Verdict test(String record) {
    requireNonNull(record, "record is null");
    return judge.judge(reader.readRecord(record));
  }

  /**
   * Tries the filters on the records of an event, as the function would receive it without filters.
   *
   * @return a verdict for each record, in the order of the event
   * @throws IllegalArgumentException if the text is not such an event, or too large to test
   * @throws IllegalStateException if event-ruler is not on the class path
   */
  public List<Verdict> testEvent(String event) {
    requireNonNull(event, "event is null");
    return reader.readEvent(event).stream().map(judge::judge).toList();
  }
}
