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
 * A unit test against a Lambda endpoint inside it. The fake is strict: there is nothing but the
 * function and the queue that are declared.
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

  /** Each test begins with an empty fake. */
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

  /** The only mapping; looking at it here changes nothing. */
  private EventSourceMappingConfiguration mapping() {
    assertThat(lambda.mappings()).hasSize(1);
    return lambda.mappings().get(0);
  }

  @Test
  void theFirstTimeItCreatesTheMapping() {
    String uuid = trigger.switchOn();

    assertThat(mapping().uuid()).isEqualTo(uuid);
    assertThat(mapping().state()).isEqualTo("Enabled");
    assertThat(mapping().eventSourceArn()).isEqualTo(QUEUE);
    assertThat(mapping().functionArn()).endsWith(":function:" + FUNCTION);
  }

  @Test
  void theSecondTimeItMeetsAConflictAndFindsTheMapping() {
    String uuid = create(true);

    assertThat(trigger.switchOn()).isEqualTo(uuid);
    assertThat(mapping().state()).isEqualTo("Enabled");
  }

  @Test
  void aMappingThatIsOffIsSwitchedOn() {
    String uuid = create(false);

    assertThat(trigger.switchOn()).isEqualTo(uuid);
    assertThat(mapping().state()).isEqualTo("Enabled");
  }

  @Test
  void aMappingThatIsOnIsSwitchedOff() {
    create(true);
    lambda.settle();

    trigger.switchOff();

    assertThat(mapping().state()).isEqualTo("Disabled");
  }

  @Test
  void aMappingThatIsStillUnderWayIsSwitchedOff() {
    create(true);

    trigger.switchOff();

    assertThat(mapping().state()).isEqualTo("Disabled");
  }

  @Test
  void whereThereIsNoMappingThereIsNothingToSwitchOff() {
    trigger.switchOff();

    assertThat(lambda.requests())
        .extracting(ReceivedRequest::operation)
        .containsExactly("ListEventSourceMappings");
  }

  @Test
  void whenTheAnswerIsLostThereIsStillOneMapping() {
    lambda.nextRequest().of("CreateEventSourceMapping").loseResponse();

    String uuid = trigger.switchOn();

    assertThat(mapping().uuid()).isEqualTo(uuid);
  }

  @Test
  void whenItIsThrottledItTriesAgain() {
    lambda.nextRequests(2).throttle();

    trigger.switchOn();

    assertThat(lambda.requests())
        .extracting(ReceivedRequest::operation)
        .startsWith(
            "CreateEventSourceMapping", "CreateEventSourceMapping", "CreateEventSourceMapping");
    assertThat(mapping().state()).isEqualTo("Enabled");
  }

  @Test
  void aFunctionThatIsNotThereIsAnError() {
    QueueTrigger misspelt = new QueueTrigger(client, "handle-order", QUEUE);

    assertThatThrownBy(misspelt::switchOn)
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("Function does not exist");
    assertThat(lambda.mappings()).isEmpty();
  }

  @Test
  void aQueueThatIsTooQuickForTheFunctionIsAnError() {
    lambda.declareQueue(QUEUE, Duration.ofSeconds(10));

    assertThatThrownBy(trigger::switchOn)
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining(
            "Queue visibility timeout: 10 seconds is less than Function timeout: 30 seconds");
  }
}
