package io.github.lambdaesm.testing.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionArnTest {

  @ParameterizedTest
  @CsvSource({
    "f, arn:aws:lambda:eu-west-1:111122223333:function:f",
    "f:$LATEST, arn:aws:lambda:eu-west-1:111122223333:function:f:$LATEST",
    "f:$LATEST.PUBLISHED, arn:aws:lambda:eu-west-1:111122223333:function:f:$LATEST.PUBLISHED",
    "f:1, arn:aws:lambda:eu-west-1:111122223333:function:f:1",
    "f:live, arn:aws:lambda:eu-west-1:111122223333:function:f:live",
    "function:f, arn:aws:lambda:eu-west-1:111122223333:function:f",
    "444455556666:f, arn:aws:lambda:eu-west-1:444455556666:function:f",
    "444455556666:function:f, arn:aws:lambda:eu-west-1:444455556666:function:f",
    "444455556666:function:f:live, arn:aws:lambda:eu-west-1:444455556666:function:f:live",
    "us-gov-west-1:444455556666:f, arn:aws-us-gov:lambda:us-gov-west-1:444455556666:function:f",
    "arn:aws:lambda:us-east-1:444455556666:function:f,"
        + "arn:aws:lambda:us-east-1:444455556666:function:f",
    "arn:aws-cn:lambda:cn-north-1:444455556666:function:f:live,"
        + "arn:aws-cn:lambda:cn-north-1:444455556666:function:f:live",
    "arn:aws-iso-b:lambda:us-isob-east-1:444455556666:function:f,"
        + "arn:aws-iso-b:lambda:us-isob-east-1:444455556666:function:f",
    "arn:aws-eusc:lambda:eusc-de-east-1:444455556666:function:f,"
        + "arn:aws-eusc:lambda:eusc-de-east-1:444455556666:function:f",
  })
  void resolvesArnWithGivenQualifier(String functionName, String arn) {
    assertThat(FunctionArn.resolve(functionName, "eu-west-1", "111122223333")).isEqualTo(arn);
    assertThat(FunctionArn.name(functionName)).isEqualTo("f");
  }

  @Test
  void resolvesBareNameInPartitionOfRegion() {
    assertThat(FunctionArn.resolve("f", "cn-north-1", "111122223333"))
        .isEqualTo("arn:aws-cn:lambda:cn-north-1:111122223333:function:f");
  }

  @Test
  void rejectsInvalidFunctionName() {
    assertThatThrownBy(() -> FunctionArn.name("a b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a b is not a function name or ARN");
  }
}
