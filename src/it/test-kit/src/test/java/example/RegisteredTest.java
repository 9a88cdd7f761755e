package example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.junit.FakeLambdaExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteredTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";

  @RegisterExtension
  static final FakeLambdaExtension LAMBDA =
      FakeLambdaExtension.of(FakeLambda.builder().strict(true));

  @Test
  void needsTheQueue() {
    Triggers triggers = new Triggers(LAMBDA.client());
    LAMBDA.fake().declareFunction("bill");
    assertThrows(InvalidParameterValueException.class, () -> triggers.connect(QUEUE, "bill"));

    LAMBDA.fake().declareQueue(QUEUE);

    assertTrue(triggers.connect(QUEUE, "bill"));
  }
}
