package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.lambdaesm.testing.FakeLambda;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(FakeLambdaConfiguration.class)
class QueueTriggersTest {
  @Autowired private FakeLambda fake;
  @Autowired private QueueTriggers triggers;

  @BeforeEach
  void resetFake() {
    fake.reset();
  }

  @AfterEach
  void verifyFake() {
    fake.verifyNoUnexpectedRequests();
    fake.verifyNoUnusedFaults();
  }

  @Test
  void connectsAQueueDespiteThrottling() {
    fake.nextRequests(2).throttle();

    triggers.connect("my-function", "arn:aws:sqs:us-east-1:123456789012:my-queue");

    assertEquals("Enabled", fake.mappings().get(0).state());
  }
}
