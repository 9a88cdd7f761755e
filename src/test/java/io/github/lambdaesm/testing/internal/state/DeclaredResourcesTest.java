package io.github.lambdaesm.testing.internal.state;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test may say there is. */
class DeclaredResourcesTest {
  private final DeclaredResources declarations = new DeclaredResources(true);

  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private static final String STREAM = "arn:aws-cn:kinesis:cn-north-1:123456789012:stream/s";
  private static final String TABLE =
      "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2024-01-01T00:00:00.000";

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"my-queue", "arn:aws:sqs", "https://sqs.us-east-1.amazonaws.com/1/q"})
  void aSourceWithoutAnArnIsRefused(String name) {
    assertThatThrownBy(() -> declarations.queue(name, Duration.ofSeconds(30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "declareQueue takes an ARN such as %s, but was given \"%s\"".formatted(QUEUE, name));
    assertThatThrownBy(() -> declarations.stream(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("declareStream");
  }

  @Test
  void aStreamIsNoQueueAndAQueueNoStream() {
    assertThatThrownBy(() -> declarations.queue(STREAM, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> declarations.stream(QUEUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anArnIsAccepted() {
    assertThatCode(() -> declarations.queue(QUEUE, null)).doesNotThrowAnyException();
    assertThatCode(() -> declarations.stream(STREAM)).doesNotThrowAnyException();
    assertThatCode(() -> declarations.stream(TABLE)).doesNotThrowAnyException();
  }

  @Test
  void aFunctionHasAName() {
    assertThatThrownBy(() -> declarations.function(null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("declareFunction: the function name is null");
  }
}
