package io.github.lambdaesm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "f, arn:aws:lambda:us-west-2:1:function:f, true",
    "f:live, arn:aws:lambda:us-west-2:1:function:f:live, true",
    "f:$LATEST, arn:aws:lambda:us-west-2:1:function:f:$LATEST, true",
    "1:function:f, arn:aws:lambda:us-west-2:1:function:f, true",
    "function:f, arn:aws:lambda:us-west-2:1:function:f, true",
    "arn:aws:lambda:us-west-2:1:function:f, arn:aws:lambda:us-west-2:1:function:f, true",
    "arn:aws:lambda:us-west-2:1:function:f:7, arn:aws:lambda:us-west-2:1:function:f:7, true",
    "function, arn:aws:lambda:us-west-2:1:function:function, true",
    "g, arn:aws:lambda:us-west-2:1:function:f, false",
    "f, arn:aws:lambda:us-west-2:1:function:f:live, false",
    "f:live, arn:aws:lambda:us-west-2:1:function:f, false",
    "f:live, arn:aws:lambda:us-west-2:1:function:f:7, false",
    "live, arn:aws:lambda:us-west-2:1:function:f:live, false",
    "2:function:f, arn:aws:lambda:us-west-2:1:function:f, false",
    "arn:aws:lambda:eu-west-1:1:function:f, arn:aws:lambda:us-west-2:1:function:f, false",
    "function, arn:aws:lambda:us-west-2:1:function:f:function, false"
  })
  void namesAFunctionAsARequestMay(String reference, String arn, boolean names) {
    assertThat(FunctionReference.names(reference, arn)).isEqualTo(names);
  }
}
