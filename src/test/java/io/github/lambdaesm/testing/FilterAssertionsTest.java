package io.github.lambdaesm.testing;

import static io.github.lambdaesm.testing.FilterAssertions.assertThatFilter;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.FilterCriteria;
import org.junit.jupiter.api.Test;

class FilterAssertionsTest {
  private static final String PATTERN = "{\"body\":{\"state\":[\"NEW\"]}}";
  private static final String NEW = "{\"body\":\"{\\\"state\\\":\\\"NEW\\\"}\"}";
  private static final String OLD = "{\"body\":\"{\\\"state\\\":\\\"OLD\\\"}\"}";
  private static final String TEXT = "{\"body\":\"text\"}";

  private static final CreateEventSourceMappingRequest REQUEST =
      CreateEventSourceMappingRequest.builder()
          .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:queue")
          .filterCriteria(c -> c.filters(f -> f.pattern(PATTERN)))
          .build();

  @Test
  void acceptsWhatTheFiltersDo() {
    FilterCriteria filters = REQUEST.filterCriteria();
    String event = "{\"Records\":[%s,%s,%s]}".formatted(OLD, NEW, TEXT);

    assertThatNoException()
        .isThrownBy(
            () -> {
              assertThatFilter(REQUEST).matches(NEW).filtersOut(OLD).drops(TEXT);
              assertThatFilter(EventSource.SQS, filters).delivers(event, 1);
              assertThatFilter(EventSource.SQS, PATTERN, "{\"body\":[\"text\"]}")
                  .delivers(event, 1, 2);
              assertThatFilter(EventSource.MSK, "{\"value\":{\"a\":[1]}}")
                  .passesUnfiltered("{\"topic\":\"t\",\"value\":\"dGV4dA==\"}");
            });
  }

  @Test
  void showsTheVerdictAndTheConditions() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThatFilter(REQUEST).matches(OLD))
        .withMessage(
            """
            Expected the record to be MATCHED, but it is FILTERED_OUT. \
            No filter matches the SQS message; Lambda deletes it from the queue.
              Filter 0: body.state is "OLD", which does not match ["NEW"]
            Record: %s"""
                .formatted(OLD));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThatFilter(REQUEST).filtersOut(NEW))
        .withMessageContaining("FILTERED_OUT, but it is MATCHED");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThatFilter(REQUEST).drops(OLD))
        .withMessageContaining("DROPPED, but it is FILTERED_OUT");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThatFilter(REQUEST).passesUnfiltered(TEXT))
        .withMessageContaining("PASSED_UNFILTERED, but it is DROPPED");
  }

  @Test
  void showsTheVerdictOfEachRecordOfAnEvent() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                assertThatFilter(REQUEST)
                    .delivers("{\"Records\":[%s,%s]}".formatted(NEW, OLD), 0, 1))
        .withMessage(
            """
            Expected Lambda to send the records [0, 1] to the function, but it sends [0].
            0: Lambda sends the SQS message to the function, because filter 0 matches it.
            1: No filter matches the SQS message; Lambda deletes it from the queue.
              Filter 0: body.state is "OLD", which does not match ["NEW"]""");
  }

  @Test
  void refusesWhatIsNotARecord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThatFilter(REQUEST).matches("{\"state\":\"NEW\"}"))
        .withMessageContaining("Expected one SQS message");
  }
}
