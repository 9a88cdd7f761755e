package io.github.lambdaesm.internal.arn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionReferenceTest {
  private static final String ARN = "arn:aws:lambda:us-west-2:123456789012:function:";

  @ParameterizedTest
  @CsvSource({
    "f, true",
    "function:f, true",
    "123456789012:f, true",
    "123456789012:function:f, true",
    "us-west-2:123456789012:function:f, true",
    "arn:aws:lambda:us-west-2:123456789012:function:f, true",
    "arn:aws:lambda:us-west-2:123456789012:f, true",
    "arn:aws:lambda:us-west-2:function:f, true",
    "arn:aws:lambda:123456789012:function:f, true",
    "arn:aws:lambda:function:f, true",
    "arn:aws:lambda:f, true",
    "arn::lambda:f, true",
    "arn:aws:lambda:eu-west-1:f, false",
    "arn:aws:lambda:210987654321:f, false",
    "arn:aws:lambda:g, false",
    "arm:aws:lambda:f, false",
    "arn:aws:sqs:f, false",
    "us-west-2:f, false",
    ":f, false",
    "f:, false",
    "f:live:more, false",
    "f:live, false",
    "f:$LATEST, false",
    "g, false",
    "F, false",
    "210987654321:f, false",
    "210987654321:function:f, false",
    "eu-west-1:123456789012:function:f, false",
    "arn:aws:lambda:eu-west-1:123456789012:function:f, false",
    "arn:aws-cn:lambda:us-west-2:123456789012:function:f, false",
    "arn:aws:lambda:us-west-2:123456789012:function:f:live, false",
    "arn:aws:sqs:us-east-1:123456789012:f, false",
    "not a function, false"
  })
  void matchesUnqualifiedFunction(String reference, boolean names) {
    assertNames(reference, ARN + "f", names);
  }

  @ParameterizedTest
  @CsvSource({
    "f:live, live, true",
    "f:7, 7, true",
    "f:$LATEST, $LATEST, true",
    "f:$LATEST.PUBLISHED, $LATEST.PUBLISHED, true",
    "123456789012:f:live, live, true",
    "123456789012:function:f:live, live, true",
    "arn:aws:lambda:us-west-2:123456789012:function:f:7, 7, true",
    "f, live, false",
    "live, live, false",
    "f:live, 7, false",
    "f:LIVE, live, false",
    "f:live:more, live, false"
  })
  void matchesQualifiedFunction(String reference, String qualifier, boolean names) {
    assertNames(reference, ARN + "f:" + qualifier, names);
  }

  @ParameterizedTest
  @CsvSource({
    "function, function, true",
    "function:function, function, true",
    "123456789012, 123456789012, true",
    "123456789012:$LATEST, 123456789012:$LATEST, true",
    "a.b-c_d, a.b-c_d, true",
    "my-function-1:live, my-function-1:live, true",
    "arn, arn, true",
    "lambda, lambda, true",
    "function, f:function, false"
  })
  void matchesFunctionWithAnAmbiguousName(String reference, String name, boolean names) {
    assertNames(reference, ARN + name, names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-gov-west-1", "us-iso-east-1", "us-isob-east-1", "eusc-de-east-1"})
  void recognizesRegionsOfAllPartitions(String region) {
    String arn = "arn:aws-x:lambda:" + region + ":123456789012:function:f";

    assertNames(region + ":123456789012:function:f", arn, true);
    assertNames(arn, arn, true);
    assertNames("us-west-2:123456789012:function:f", arn, false);
  }

  /** The service's ARN is parsed as well, and may have any content. */
  @ParameterizedTest
  @ValueSource(strings = {"-a", ":a", "a:", "1", "-1:"})
  void parsesArbitraryTextWithoutRecursion(String part) throws Exception {
    String text = "a" + part.repeat(500_000) + "!";
    FutureTask<Boolean> onSmallStack =
        new FutureTask<>(
            () -> FunctionReference.parse(text).matches(FunctionReference.parse(text)));
    new Thread(null, onSmallStack, "small stack", 256 * 1024).start();

    assertThat(onSmallStack.get()).isTrue();
  }

  @Test
  void matchesInvalidReferenceOnlyToItself() {
    assertNames("a:b:c", "a:b:c", true);
    assertNames("a:b:c", "a:b:d", false);
    assertNames("arn:aws:lambda", "arn:aws:lambda", true);
    assertNames("arn:aws:lambda", ARN + "lambda", false);
    assertNames("", ARN, false);
  }

  private static void assertNames(String reference, String arn, boolean names) {
    assertThat(FunctionReference.parse(reference).matches(FunctionReference.parse(arn)))
        .as("%s names %s", reference, arn)
        .isEqualTo(names);
  }
}
