package io.github.lambdaesm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Severity;
import io.github.lambdaesm.model.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** Checks the rules that need to know more than the request. */
class ExternalFactsTest {
  private static final MappingRules RULES = MappingRules.standard();
  private static final CreateEventSourceMappingRequest CREATE =
      Requests.create(EventSource.SQS, "{'ScalingConfig': {'MaximumConcurrency': 6}}");

  @Test
  void checksNothingThatItDoesNotKnow() {
    assertThat(RULES.check(CREATE)).isEmpty();
    assertThat(RULES.withFunction(Duration.ofMinutes(10), null).check(CREATE)).isEmpty();
    assertThat(RULES.withQueue(Duration.ZERO).check(CREATE)).isEmpty();
  }

  @Test
  void rejectsVisibilityTimeoutBelowFunctionTimeout() {
    assertThat(timeouts(180, 60).check(CREATE))
        .singleElement()
        .hasToString(
            "The queue's visibility timeout of 60 seconds is less than the function's timeout of"
                + " 180 seconds: set the queue's visibility timeout to six times the function's"
                + " timeout. [esm-visibility, refused by AWS]")
        .matches(Violation::isError);
  }

  @Test
  void warnsOfVisibilityTimeoutBelowSixFunctionTimeouts() {
    assertThat(timeouts(30, 30).check(CREATE))
        .singleElement()
        .extracting(Violation::id, Violation::severity)
        .containsExactly("esm-visibility", Severity.WARNING);
    assertThat(timeouts(30, 180).check(CREATE)).isEmpty();
  }

  @Test
  void checksVisibilityTimeoutInUpdatesThatSetNoFunction() {
    List<Violation> withoutFunction =
        timeouts(180, 60)
            .check(
                Requests.update(EventSource.SQS, "{'BatchSize': 5}"),
                Requests.stored(EventSource.SQS, "{}"));
    List<Violation> withFunction =
        timeouts(180, 60)
            .check(
                Requests.update(EventSource.SQS, "{'FunctionName': 'g'}"),
                Requests.stored(EventSource.SQS, "{}"));

    assertThat(withoutFunction).extracting(Violation::severity).containsExactly(Severity.WARNING);
    assertThat(withFunction).extracting(Violation::severity).containsExactly(Severity.ERROR);
  }

  private static MappingRules timeouts(int function, int queue) {
    return RULES
        .withFunction(Duration.ofSeconds(function), null)
        .withQueue(Duration.ofSeconds(queue));
  }

  @Test
  void rejectsConcurrencyAboveReserved() {
    assertThat(RULES.withFunction(Duration.ofSeconds(3), 5).check(CREATE))
        .singleElement()
        .hasToString(
            "MaximumConcurrency 6 exceeds the function's reserved concurrency of 5: lower it, or"
                + " reserve more concurrency. [esm-concurrency-vs-reserved, refused by AWS]");
  }

  @Test
  void rejectsSourceInOtherRegion() {
    assertThat(RULES.in(Region.EU_WEST_1).check(CREATE))
        .singleElement()
        .hasToString(
            "EventSourceArn arn:aws:sqs:us-east-1:123456789012:orders is not in eu-west-1: use an"
                + " event source in the Region of the function. [esm-source-region, refused by AWS]");
    assertThat(RULES.in(Region.US_EAST_1).check(CREATE)).isEmpty();
  }

  @Test
  void rejectsNegativeFacts() {
    Duration negative = Duration.ofSeconds(-1);

    assertThatThrownBy(() -> RULES.withFunction(negative, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout is negative: PT-1S");
    assertThatThrownBy(() -> RULES.withFunction(Duration.ZERO, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reservedConcurrency is negative: -1");
    assertThatThrownBy(() -> RULES.withQueue(negative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("visibilityTimeout is negative: PT-1S");
  }
}
