package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.lambdaesm.testing.FakeLambda;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = "orders.queue=arn:aws:sqs:us-east-1:123456789012:orders")
@Import(FakeLambdaConfiguration.class)
class OrdersTriggerTest {
  @Autowired private FakeLambda fake;
  @Autowired private OrdersTrigger trigger;

  @Test
  void ensuresTheMappingAtEveryStart() {
    fake.reset();

    trigger.run(new DefaultApplicationArguments());
    trigger.run(new DefaultApplicationArguments());

    assertEquals(1, fake.mappings().size());
    assertEquals(5, fake.mappings().get(0).batchSize());
  }
}
