package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.junit.FakeLambdaTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@FakeLambdaTest
class AnnotatedTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";

  @Test
  void connectsOnce(FakeLambda lambda, LambdaClient client) {
    Triggers triggers = new Triggers(client);

    assertTrue(triggers.connect(QUEUE, "bill"));
    assertFalse(triggers.connect(QUEUE, "bill"));
    assertEquals("Enabled", lambda.mappings().get(0).state());
  }

  @Test
  void listsQueues(LambdaClient client) {
    Triggers triggers = new Triggers(client);
    assertEquals(List.of(), triggers.queues("bill"));

    triggers.connect(QUEUE, "bill");

    assertEquals(List.of(QUEUE), triggers.queues("bill"));
  }
}
