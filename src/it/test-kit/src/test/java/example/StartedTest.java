package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.lambdaesm.testing.FakeLambda;
import org.junit.jupiter.api.Test;

class StartedTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";

  @Test
  void survivesThrottling() {
    try (FakeLambda lambda = FakeLambda.start()) {
      lambda.nextRequests(2).throttle();

      assertTrue(new Triggers(lambda.client()).connect(QUEUE, "bill"));

      assertEquals(1, lambda.mappings().size());
    }
  }
}
