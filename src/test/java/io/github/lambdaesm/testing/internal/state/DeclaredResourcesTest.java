package io.github.lambdaesm.testing.internal.state;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the arguments with which a test declares resources. */
class DeclaredResourcesTest {
  private final DeclaredResources resources = new DeclaredResources(true);

  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private static final String STREAM = "arn:aws-cn:kinesis:cn-north-1:123456789012:stream/s";
  private static final String TABLE =
      "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2024-01-01T00:00:00.000";

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"my-queue", "arn:aws:sqs", "https://sqs.us-east-1.amazonaws.com/1/q"})
  void rejectsSourceThatIsNotAnArn(String name) {
    assertThatThrownBy(() -> resources.queue(name, Duration.ofSeconds(30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "declareQueue takes an ARN such as %s, but was given \"%s\"".formatted(QUEUE, name));
    assertThatThrownBy(() -> resources.stream(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("declareStream");
  }

  @Test
  void rejectsStreamAsQueueAndQueueAsStream() {
    assertThatThrownBy(() -> resources.queue(STREAM, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> resources.stream(QUEUE)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void acceptsArns() {
    assertThatCode(() -> resources.queue(QUEUE, null)).doesNotThrowAnyException();
    assertThatCode(() -> resources.stream(STREAM)).doesNotThrowAnyException();
    assertThatCode(() -> resources.stream(TABLE)).doesNotThrowAnyException();
  }

  @Test
  void rejectsFunctionWithoutName() {
    assertThatThrownBy(() -> resources.function(null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("declareFunction: the function name is null");
  }
}
