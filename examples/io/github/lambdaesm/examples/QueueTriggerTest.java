package io.github.lambdaesm.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import io.github.lambdaesm.testing.junit.FakeLambdaTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests {@link QueueTrigger} against a fake Lambda endpoint. The fake is strict: only the function
 * and the queue that {@link #declare} declares exist.
 */
@FakeLambdaTest(strict = true)
class QueueTriggerTest {
  private static final String FUNCTION = "handle-orders";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";

  private final FakeLambda lambda;
  private final LambdaClient client;
  private final QueueTrigger trigger;

  QueueTriggerTest(FakeLambda lambda, LambdaClient client) {
    this.lambda = lambda;
    this.client = client;
    this.trigger = new QueueTrigger(client, FUNCTION, QUEUE);
  }

  /** Declares the resources of each test, because the fake is reset before it. */
  @BeforeEach
  void declare() {
    lambda.declareFunction(FUNCTION, Duration.ofSeconds(30));
    lambda.declareQueue(QUEUE, Duration.ofMinutes(3));
  }

  private String create(boolean enabled) {
    return client
        .createEventSourceMapping(
            request -> request.functionName(FUNCTION).eventSourceArn(QUEUE).enabled(enabled))
        .uuid();
  }

  /** Returns the only mapping. Unlike a call of a client, this does not change its state. */
  private EventSourceMappingConfiguration mapping() {
    assertThat(lambda.mappings()).hasSize(1);
    return lambda.mappings().get(0);
  }

  @Test
  void createsTheMapping() {
    String uuid = trigger.enable();

    assertThat(mapping().uuid()).isEqualTo(uuid);
    assertThat(mapping().state()).isEqualTo("Enabled");
    assertThat(mapping().eventSourceArn()).isEqualTo(QUEUE);
    assertThat(mapping().functionArn()).endsWith(":function:" + FUNCTION);
  }

  @Test
  void findsTheExistingMappingAfterAConflict() {
    String uuid = create(true);

    assertThat(trigger.enable()).isEqualTo(uuid);
    assertThat(mapping().state()).isEqualTo("Enabled");
  }

  @Test
  void enablesADisabledMapping() {
    String uuid = create(false);

    assertThat(trigger.enable()).isEqualTo(uuid);
    assertThat(mapping().state()).isEqualTo("Enabled");
  }

  @Test
  void disablesAnEnabledMapping() {
    create(true);
    lambda.settle();

    trigger.disable();

    assertThat(mapping().state()).isEqualTo("Disabled");
  }

  @Test
  void disablesAMappingThatIsStillBeingCreated() {
    create(true);

    trigger.disable();

    assertThat(mapping().state()).isEqualTo("Disabled");
  }

  @Test
  void doesNothingWhenThereIsNoMappingToDisable() {
    trigger.disable();

    assertThat(lambda.requests())
        .extracting(ReceivedRequest::operation)
        .containsExactly("ListEventSourceMappings");
  }

  @Test
  void createsOnlyOneMappingWhenTheResponseIsLost() {
    lambda.nextRequest().of("CreateEventSourceMapping").loseResponse();

    String uuid = trigger.enable();

    assertThat(mapping().uuid()).isEqualTo(uuid);
  }

  @Test
  void retriesWhenThrottled() {
    lambda.nextRequests(2).throttle();

    trigger.enable();

    assertThat(lambda.requests())
        .extracting(ReceivedRequest::operation)
        .startsWith(
            "CreateEventSourceMapping", "CreateEventSourceMapping", "CreateEventSourceMapping");
    assertThat(mapping().state()).isEqualTo("Enabled");
  }

  @Test
  void failsWhenTheFunctionDoesNotExist() {
    QueueTrigger misspelled = new QueueTrigger(client, "handle-order", QUEUE);

    assertThatThrownBy(misspelled::enable)
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("Function does not exist");
    assertThat(lambda.mappings()).isEmpty();
  }

  @Test
  void failsWhenTheVisibilityTimeoutIsShorterThanTheFunctionTimeout() {
    lambda.declareQueue(QUEUE, Duration.ofSeconds(10));

    assertThatThrownBy(trigger::enable)
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining(
            "Queue visibility timeout: 10 seconds is less than Function timeout: 30 seconds");
  }
}
