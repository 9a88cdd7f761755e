package io.github.lambdaesm.filter;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Says what Lambda does with a record because of a mapping's filters, and why.
 *
 * @see FilterTester
 */
public final class Verdict {
  private final Outcome outcome;
  private final OptionalInt filter;
  private final Supplier<String> sentence;
  private final Supplier<List<String>> explanation;

  /** What happens to a record. */
  public enum Outcome {
    /** A filter matches the record, or there is no filter. Lambda sends it to the function. */
    MATCHED,
    /** No filter matches the record. Lambda does not send it to the function. */
    FILTERED_OUT,
    /**
     * The format of the record's data fits no filter, for example plain text where the filters
     * expect JSON. Lambda discards the record. For Amazon SQS and Kinesis.
     */
    DROPPED,
    /**
     * The format of the record's data does not fit a filter. Lambda does not look at the data, and
     * sends the record to the function. For Apache Kafka and Amazon MQ.
     */
    PASSED_UNFILTERED
  }

  Verdict(
      Outcome outcome,
      OptionalInt filter,
      Supplier<String> sentence,
      Supplier<List<String>> explanation) {
    this.outcome = outcome;
    this.filter = filter;
    this.sentence = sentence;
    this.explanation = explanation;
  }

  /** Returns what happens to the record. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns whether Lambda sends the record to the function. */
  public boolean isDelivered() {
    return outcome == Outcome.MATCHED || outcome == Outcome.PASSED_UNFILTERED;
  }

  /**
   * Returns the index of the filter that lets the record through, starting at 0: the first that
   * matches. Empty if there is no filter, or none lets the record through.
   */
  public OptionalInt filter() {
    return filter;
  }

  /**
   * Finds the conditions that the record does not meet, with the values that it has instead, as
   * human-readable lines. Empty if the record matches a filter.
   *
   * <p>Of a pattern with {@code $or}, it takes the alternative that the record is closest to. Each
   * call computes the lines again.
   */
  public List<String> whyNot() {
    return explanation.get();
  }

  /** Returns a human-readable sentence. */
  @Override
  public String toString() {
    return sentence.get();
  }
}
