package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkGlobalTime;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;

/** Checks each injected fault with the AWS SDK's client. */
@Timeout(30)
class SdkFaultTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private final StandardRetryStrategy withoutBackoff =
      StandardRetryStrategy.builder()
          .maxAttempts(3)
          .retryOnException(SdkFaultTest::isRetryable)
          .backoffStrategy(BackoffStrategy.retryImmediately())
          .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
          .build();

  private final FakeLambda fake = FakeLambda.start();
  private final LambdaClient client =
      LambdaClient.builder()
          .endpointOverride(fake.endpoint())
          .region(fake.region())
          .credentialsProvider(fake.credentialsProvider())
          .overrideConfiguration(c -> c.retryStrategy(withoutBackoff))
          .build();

  private static boolean isRetryable(Throwable e) {
    return !(e instanceof LambdaException error)
        || error.isThrottlingException()
        || error.isClockSkewException()
        || error.statusCode() >= 500;
  }

  @AfterEach
  void close() {
    client.close();
    fake.close();
    // The AWS SDK applies a clock skew that one client measures to all clients in the JVM.
    SdkGlobalTime.setGlobalTimeOffset(0);
  }

  private void create() {
    client.createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE));
  }

  private void assertCreatesAtAttempt(int number) {
    create();

    assertThat(fake.requests()).hasSize(number);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void retriesThrottledRequests() {
    fake.nextRequests(2).throttle();

    assertCreatesAtAttempt(3);
  }

  @Test
  void throwsInjectedError() {
    fake.nextRequest().failWith(403, "AccessDeniedException");

    assertThatThrownBy(this::create)
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
  }

  @Test
  void retriesAfterConnectionReset() {
    fake.nextRequests(2).resetConnection();

    assertCreatesAtAttempt(3);
  }

  @Test
  void retriesAfterTruncatedResponse() {
    fake.nextRequest().of("ListEventSourceMappings").truncateBody();

    assertThat(client.listEventSourceMappings().eventSourceMappings()).isEmpty();

    assertThat(fake.requests()).hasSize(2);
  }

  @Test
  void readsDrippingResponse() {
    fake.nextRequest().drip(Duration.ofNanos(1000));

    assertCreatesAtAttempt(1);
  }

  @Test
  void timesOutWhenResponseNeverArrives() {
    fake.nextRequest().hang();

    assertThatThrownBy(
            () ->
                client.listEventSourceMappings(
                    r -> r.overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(100)))))
        .isInstanceOf(ApiCallTimeoutException.class);
  }

  /** The create took effect, but the AWS SDK reports a conflict. This library recovers from it. */
  @Test
  void throwsConflictWhenResponseWasLost() {
    fake.nextRequest().loseResponse();

    assertThatThrownBy(this::create).isInstanceOf(ResourceConflictException.class);

    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void retriesAfterClockSkew() {
    fake.clockSkew(Duration.ofMinutes(20));

    assertCreatesAtAttempt(2);
  }

  @Test
  void throwsWhenRoleIsNotReady() {
    fake.nextRequest().roleNotReady();

    assertThatThrownBy(this::create).isInstanceOf(InvalidParameterValueException.class);
    create();
  }

  @Test
  void throwsWhenFakeIsClosed() {
    fake.close();

    assertThatThrownBy(this::create).isInstanceOf(SdkClientException.class);
  }
}
