package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter pattern, which selects the records that Lambda sends to the function.
 *
 * <pre>{@code
 * FilterPattern pattern = FilterPattern.sqs()
 *     .body("state").anyOf("NEW", "CHANGED")
 *     .body("total").greaterThan(100)
 *     .build();
 * request.filterCriteria(FilterPattern.criteria(pattern));
 * }</pre>
 *
 * <p>All conditions of a pattern must hold. A record passes if it matches any of the patterns in
 * the {@link FilterCriteria}. Instances are immutable and equal if their texts are.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">AWS
 *     Lambda Developer Guide: event filtering</a>
 */
public final class FilterPattern {
  private final String text;

  private FilterPattern(String text) {
    this.text = text;
  }

  /**
   * Parses a pattern strictly: one JSON object without comments and without other text. Its text is
   * kept as it is, including duplicate keys, whose conditions Lambda combines.
   *
   * <p>Checks the JSON only. {@link #lint(EventSource)} checks whether the pattern does what it
   * seems to do.
   *
   * @throws IllegalArgumentException if the text is not exactly one JSON object
   */
  public static FilterPattern parse(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("The text of the filter pattern is null");
    }
    try {
      PatternParser.parse(text);
    } catch (InvalidPatternException e) {
      throw new IllegalArgumentException(e.problem() + "; " + e.reason().remedy(), e);
    }
    return new FilterPattern(text);
  }

  /** Starts a pattern for the messages of an Amazon SQS queue. */
  public static SqsPatternBuilder sqs() {
    return new SqsPatternBuilder();
  }

  /** Starts a pattern for the records of an Amazon Kinesis data stream. */
  public static KinesisPatternBuilder kinesis() {
    return new KinesisPatternBuilder();
  }

  /** Starts a pattern for the records of an Amazon DynamoDB stream. */
  public static DynamoDbPatternBuilder dynamoDb() {
    return new DynamoDbPatternBuilder();
  }

  /** Starts a pattern for the records of an Apache Kafka topic, on Amazon MSK or self-managed. */
  public static KafkaPatternBuilder kafka() {
    return new KafkaPatternBuilder();
  }

  /** Starts a pattern for the messages of an Amazon MQ broker. */
  public static MqPatternBuilder mq() {
    return new MqPatternBuilder();
  }

  /**
   * Returns filter criteria with the given patterns. A record passes if it matches any of them.
   * Without a pattern, the criteria let all records pass.
   */
  public static FilterCriteria criteria(FilterPattern... patterns) {
    List<Filter> filters = new ArrayList<>();
    for (FilterPattern each : patterns) {
      filters.add(each.toFilter());
    }
    return FilterCriteria.builder().filters(filters).build();
  }

  /**
   * Returns this pattern in a form that does not depend on how it is written: patterns that differ
   * only in whitespace, in escapes, in the order of different keys or in the order of the elements
   * of arrays have equal canonical forms.
   *
   * <p>Keeps what may have a meaning: duplicate keys and their order, numbers as they are written,
   * and the order in {@code numeric} conditions. Patterns that mean the same in another way, for
   * example by an array with one element less, are not recognized.
   */
  public FilterPattern canonical() {
    return new FilterPattern(CanonicalPattern.of(text));
  }

  /** Returns a filter with this pattern. */
  public Filter toFilter() {
    return Filter.builder().pattern(text).build();
  }

  /**
   * Returns what is wrong or suspicious about this pattern, for example conditions that never
   * match. Of a pattern with more than 4,096 characters, reports only the length.
   *
   * @param source the type of the event source; {@link EventSource#UNKNOWN} checks only what does
   *     not depend on it
   */
  public List<Violation> lint(EventSource source) {
    return FilterLinter.check(this, source);
  }

  /** Returns whether the other object is a pattern with the same text. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FilterPattern that && text.equals(that.text);
  }

  /** Returns the hash code of the text. */
  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the text of the pattern, as it was parsed or built. */
  @Override
  public String toString() {
    return text;
  }
}
