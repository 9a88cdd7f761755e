package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ThrottleReason;
import io.github.lambdaesm.model.TooManyRequestsException;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import io.github.lambdaesm.testing.internal.dispatch.FaultQueue;
import io.github.lambdaesm.testing.internal.server.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Checks each injected fault with the fake's own client. */
@Timeout(30)
class FaultTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";

  private final FakeLambda fake = FakeLambda.start();
  private final LambdaClient client = fake.client();

  @AfterEach
  void close() {
    fake.close();
  }

  private void create() {
    client.createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE));
  }

  @Test
  void retriesThrottledRequests() {
    fake.nextRequests(2).throttle();

    create();

    assertThat(fake.requests()).hasSize(3);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void throwsTooManyRequestsWhenEveryAttemptIsThrottled() {
    fake.nextRequests(3).throttle();

    assertThatThrownBy(this::create)
        .isInstanceOfSatisfying(
            TooManyRequestsException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED);
              assertThat(e.retryAfterSeconds()).isEqualTo("0");
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
            });
    assertThat(fake.mappings()).isEmpty();
  }

  @Test
  void returnsInjectedStatusAndErrorCode() {
    fake.nextRequest().failWith(403, "AccessDeniedException");

    assertThatThrownBy(this::create)
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(403);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            });
  }

  @Test
  void retriesAfterConnectionReset() {
    fake.nextRequests(2).resetConnection();

    create();

    assertThat(fake.requests()).hasSize(3);
  }

  @Test
  void failsWhenEveryAttemptIsReset() {
    fake.nextRequests(3).resetConnection();

    assertThatThrownBy(this::create)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("reset");
    assertThat(fake.mappings()).isEmpty();
  }

  @Test
  void recoversCreateWhoseResponseWasLost() {
    fake.nextRequest().of("CreateEventSourceMapping").loseResponse();

    create();

    assertThat(fake.mappings()).hasSize(1);
    assertThat(fake.requests())
        .extracting(ReceivedRequest::operation)
        .containsExactly(
            "CreateEventSourceMapping", "CreateEventSourceMapping", "GetEventSourceMapping");
  }

  @Test
  void recoversCreateWhoseResponseWasTruncated() {
    fake.nextRequest().truncateBody();

    create();

    assertThat(fake.mappings()).hasSize(1);
    assertThat(fake.requests()).hasSize(3);
  }

  @Test
  void readsDrippingResponse() {
    fake.nextRequest().drip(Duration.ofNanos(1000));

    create();

    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void timesOutWhenResponseNeverArrives() {
    fake.nextRequest().hang();

    assertThatThrownBy(
            () ->
                client.createEventSourceMapping(
                    r ->
                        r.functionName("f")
                            .eventSourceArn(QUEUE)
                            .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(100)))))
        .isInstanceOf(ApiCallTimeoutException.class);
    assertThat(fake.mappings()).isEmpty();
  }

  @Test
  @Timeout(10)
  void retriesHangingRequestsInVirtualTime() {
    fake.nextRequests(2).hang();

    create();

    assertThat(fake.requests()).hasSize(3);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  @Timeout(10)
  void retriesHangingRequestInVirtualTimeWithCustomUserAgent() {
    fake.nextRequest().hang();

    client.listEventSourceMappings(
        r -> r.overrideConfiguration(c -> c.putHeader("User-Agent", "mine")));

    assertThat(fake.requests()).hasSize(2);
    assertThat(fake.requests().get(0).headers()).doesNotContainKey("x-fakelambda-client");
  }

  @Test
  @Timeout(10)
  void timesOutInVirtualTimeWhenEveryAttemptHangs() {
    fake.nextRequests(3).hang();

    assertThatThrownBy(this::create)
        .isInstanceOf(ApiCallAttemptTimeoutException.class)
        .hasMessageContaining("30000");
  }

  @Test
  @Timeout(10)
  void advancesFakeClockWhileCallHangs() {
    Instant before = Instant.now();
    fake.nextRequest().hang();

    create();

    assertThat(fake.mappings().get(0).lastModified())
        .isBetween(before.plusSeconds(29), Instant.now().plusSeconds(35));
  }

  @Test
  @Timeout(10)
  void retriesDrippingResponsesInVirtualTime() {
    fake.nextRequests(2).of("ListEventSourceMappings").drip(Duration.ofHours(1));

    assertThat(client.listEventSourceMappings().eventSourceMappings()).isEmpty();
    assertThat(fake.requests()).hasSize(3);
  }

  @Test
  @Timeout(10)
  void recoversLostCreateAfterHangingRetry() {
    fake.nextRequest().loseResponse();
    fake.nextRequest().hang();

    create();

    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void keepsFaultUntilItsOperationIsCalled() {
    fake.nextRequest().of("DeleteEventSourceMapping").failWith(403, "AccessDeniedException");

    create();
    String uuid = fake.mappings().get(0).uuid();

    assertThatThrownBy(() -> client.deleteEventSourceMapping(r -> r.uuid(uuid)))
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("403");
  }

  @Test
  void failsWithThreeMessagesWhenRoleIsNotReady() {
    fake.nextRequests(3).roleNotReady();

    for (String message :
        new String[] {
          "cannot be assumed by Lambda",
          "execution role does not have permissions",
          "Cannot access stream " + QUEUE + ". Please ensure the role can perform"
        }) {
      assertThatThrownBy(this::create)
          .isInstanceOf(InvalidParameterValueException.class)
          .hasMessageContaining(message);
      client.listEventSourceMappings();
    }
    create();
  }

  @Test
  void correctsClockSkewOnceForAllCalls() {
    fake.clockSkew(Duration.ofMinutes(20));

    create();

    assertThat(fake.requests()).hasSize(2);
    createForAnotherFunction();
    assertThat(fake.requests()).hasSize(3);
  }

  private void createForAnotherFunction() {
    client.createEventSourceMapping(r -> r.functionName("g").eventSourceArn(QUEUE));
  }

  @Test
  void limitsRoleFaultToCreatesAndUpdates() {
    fake.nextRequest().of("CreateEventSourceMapping").roleNotReady();
    assertThatThrownBy(this::create).isInstanceOf(InvalidParameterValueException.class);

    assertThatThrownBy(() -> fake.nextRequest().of("ListTags").roleNotReady())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("roleNotReady affects only creates and updates, not [ListTags]");
  }

  @Test
  void returnsInjectedErrorMessage() {
    fake.nextRequest().failWith(403, "AccessDeniedException", "not you");

    assertThatThrownBy(() -> fake.client().listEventSourceMappings())
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("not you (Service: Lambda, Status Code: 403");
  }

  @Test
  void rejectsInvalidArgumentsOfFailWith() {
    assertThatThrownBy(() -> fake.nextRequest().failWith(204, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("status is 204; it must be 400 to 599");
    assertThatThrownBy(() -> fake.nextRequest().failWith(500, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("failWith: code is \"null\"");
    assertThatThrownBy(() -> fake.nextRequest().failWith(500, "x", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failsWhenResponseWithoutBodyIsTruncated() {
    create();
    String arn = fake.mappings().get(0).eventSourceMappingArn();
    fake.nextRequests(3).of("TagResource").truncateBody();

    assertThatThrownBy(() -> client.tagResource(r -> r.resource(arn).tags(Map.of("a", "b"))))
        .isInstanceOf(SdkClientException.class);
  }

  @Test
  void rejectsZeroRequestsAndUnknownOperations() {
    assertThatThrownBy(() -> fake.nextRequests(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("times is 0; it must be 1 or more");
    assertThatThrownBy(() -> fake.nextRequest().of("Create"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown operation \"Create\"; it must be one of [CreateEvent");
  }

  private static Stream<Error> errors() {
    return Stream.of(
        new NoSuchMethodError("valueStream"),
        new OutOfMemoryError("Java heap space"),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void returns500AndFailsTestOnInternalError(Error error) {
    assertReturns500AndFailsTest(
        error,
        (request, service) -> {
          throw error;
        });
  }

  @Test
  void returns500AndFailsTestOnInternalException() {
    RuntimeException exception = new IllegalStateException("a mistake");
    assertReturns500AndFailsTest(
        exception,
        (request, service) -> {
          throw exception;
        });
  }

  @Test
  void reportsInternalFailureAfterReset() {
    FakeLambda broken = FakeLambda.start();
    broken
        .nextRequests(3)
        .plan(
            (request, service) -> {
              throw new IllegalStateException("a mistake");
            });
    assertThatThrownBy(() -> broken.client().listEventSourceMappings())
        .isInstanceOf(LambdaException.class);

    broken.reset();

    assertThatThrownBy(broken::close)
        .isInstanceOf(AssertionError.class)
        .hasRootCauseMessage("a mistake");
  }

  /** A response without a delivery causes a failure when it is written. */
  @Test
  void returns500AndFailsTestWhenDeliveryFails() {
    FakeLambda broken = FakeLambda.start();
    broken.nextRequests(3).plan((request, service) -> Response.of(500, null).withDelivery(null));

    assertThatThrownBy(() -> broken.client().listEventSourceMappings())
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("FakeLambda failed: java.lang.NullPointerException");

    assertThatThrownBy(broken::close)
        .isInstanceOf(AssertionError.class)
        .hasCauseInstanceOf(NullPointerException.class);
  }

  private static void assertReturns500AndFailsTest(
      Throwable failure, FaultQueue.FaultAction fault) {
    FakeLambda broken = FakeLambda.start();
    broken.nextRequests(3).plan(fault);

    assertThatThrownBy(() -> broken.client().listEventSourceMappings())
        .isInstanceOfSatisfying(
            LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(500))
        .hasMessageContaining("FakeLambda failed: " + failure);

    assertThat(broken.client().listEventSourceMappings().eventSourceMappings()).isEmpty();
    assertThatThrownBy(broken::close).isInstanceOf(AssertionError.class).hasCause(failure);
  }
}
