package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test may say there is. */
class DeclarationsTest {
  private final Declarations declarations = new Declarations(true);

  @ParameterizedTest
  @ValueSource(strings = {"my-queue", "", "arn:aws:sqs", "https://sqs.us-east-1.amazonaws.com/1/q"})
  void aSourceWithoutAnArnIsRefused(String name) {
    assertThatThrownBy(() -> declarations.queue(name, Duration.ofSeconds(30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("declareQueue: \"" + name + "\" is no ARN");
    assertThatThrownBy(() -> declarations.stream(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("declareStream");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:sqs:us-east-1:123456789012:my-queue",
        "arn:aws-cn:kinesis:cn-north-1:123456789012:stream/s"
      })
  void anArnIsAccepted(String arn) {
    assertThatCode(() -> declarations.queue(arn, null)).doesNotThrowAnyException();
    assertThatCode(() -> declarations.stream(arn)).doesNotThrowAnyException();
  }
}
