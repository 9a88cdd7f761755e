package io.github.lambdaesm.internal.arn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
  @Test
  void keepsColonsOfTheResource() {
    assertThat(Arn.of("arn:aws-cn:mq:cn-north-1:123456789012:broker:name:b-1"))
        .isEqualTo(new Arn("mq", "cn-north-1", "123456789012", "broker:name:b-1"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "my-queue", "arn:aws:sqs:us-east-1:123456789012", "a:b:c:d:e:f"})
  void isEmptyForOtherTexts(String text) {
    assertThat(Arn.of(text)).isEqualTo(new Arn("", "", "", ""));
  }
}
