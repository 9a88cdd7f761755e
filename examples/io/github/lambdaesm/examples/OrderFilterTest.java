package io.github.lambdaesm.examples;

import static io.github.lambdaesm.testing.FilterAssertions.assertThatFilter;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.filter.FilterLinter;
import io.github.lambdaesm.model.EventSource;
import org.junit.jupiter.api.Test;

/** Tries the filters of {@link OrderFilter} on events as the function would receive them. */
class OrderFilterTest {

  @Test
  void deliversLargeNewOrdersAndReturns() {
    assertThatFilter(EventSource.SQS, OrderFilter.CRITERIA)
        .matches(message("{\"state\": \"NEW\", \"total\": 100}"))
        .matches(message("{\"type\": \"RETURN\"}"))
        .filtersOut(message("{\"state\": \"NEW\", \"total\": 99}"));
  }

  @Test
  void dropsMessagesThatAreNotJson() {
    // Lambda deletes such a message: send orders as JSON.
    assertThatFilter(EventSource.SQS, OrderFilter.CRITERIA).drops(message("NEW 100"));
  }

  @Test
  void deliversTheRightRecordsOfAnEvent() {
    String event =
        "{\"Records\": [%s, %s]}"
            .formatted(
                message("{\"state\": \"NEW\", \"total\": 5}"), message("{\"type\": \"RETURN\"}"));

    assertThatFilter(EventSource.SQS, OrderFilter.CRITERIA).delivers(event, 1);
  }

  @Test
  void hasNoSuspiciousPatterns() {
    assertThat(FilterLinter.check(OrderFilter.CRITERIA, EventSource.SQS)).isEmpty();
  }

  /** Returns a message as a Lambda function receives it: the body is JSON in a string. */
  private static String message(String body) {
    return "{\"messageId\": \"1\", \"eventSource\": \"aws:sqs\", \"body\": \"%s\"}"
        .formatted(body.replace("\"", "\\\""));
  }
}
