package io.github.lambdaesm.testing;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.filter.FilterTester;
import io.github.lambdaesm.filter.Verdict;
import io.github.lambdaesm.filter.Verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asserts what filters do with records. Start with {@link FilterAssertions}.
 *
 * <p>Each method throws an {@link AssertionError} if the filters do something else with the record,
 * and an {@link IllegalArgumentException} if the text is not a record of the event source.
 */
public final class FilterAssert {
  private final FilterTester tester;

  FilterAssert(FilterTester tester) {
    this.tester = requireNonNull(tester, "tester is null");
  }

  /** Asserts that a filter matches the record. */
  public FilterAssert matches(String record) {
    return check(record, Outcome.MATCHED);
  }

  /** Asserts that no filter matches the record. */
  public FilterAssert filtersOut(String record) {
    return check(record, Outcome.FILTERED_OUT);
  }

  /** Asserts that Lambda discards the record because of the format of its data. */
  public FilterAssert drops(String record) {
    return check(record, Outcome.DROPPED);
  }

  /**
   * Asserts that Lambda sends the record to the function without filtering, because of the format
   * of its data.
   */
  public FilterAssert passesUnfiltered(String record) {
    return check(record, Outcome.PASSED_UNFILTERED);
  }

  /**
   * Asserts which records of an event Lambda sends to the function.
   *
   * @param event an event as the function would receive it without filters
   * @param indexes the positions in the event of the records that Lambda sends, in ascending order,
   *     starting at 0
   */
  public FilterAssert delivers(String event, int... indexes) {
    List<Verdict> verdicts = tester.testEvent(event);
    List<Integer> expected = Arrays.stream(indexes).boxed().toList();
    List<Integer> actual =
        IntStream.range(0, verdicts.size())
            .filter(i -> verdicts.get(i).isDelivered())
            .boxed()
            .toList();
    if (!actual.equals(expected)) {
      StringBuilder message =
          new StringBuilder(
              "Expected Lambda to send the records %s to the function, but it sends %s."
                  .formatted(expected, actual));
      for (int i = 0; i < verdicts.size(); i++) {
        message.append("\n%d: ".formatted(i)).append(describe(verdicts.get(i)));
      }
      throw new AssertionError(message.toString());
    }
    return this;
  }

  private FilterAssert check(String record, Outcome expected) {
    Verdict verdict = tester.test(record);
    if (verdict.outcome() != expected) {
      throw new AssertionError(
          "Expected the record to be %s, but it is %s. %s\nRecord: %s"
              .formatted(expected, verdict.outcome(), describe(verdict), record));
    }
    return this;
  }

  private static String describe(Verdict verdict) {
    StringBuilder text = new StringBuilder(verdict.toString());
    verdict.whyNot().forEach(line -> text.append("\n  ").append(line));
    return text.toString();
  }
}
