package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;

/** The trouble that a test orders, as the AWS SDK's client sees it. */
@Timeout(30)
class SdkFaultTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private final StandardRetryStrategy atOnce =
      StandardRetryStrategy.builder()
          .maxAttempts(3)
          .retryOnException(SdkFaultTest::mayPass)
          .backoffStrategy(BackoffStrategy.retryImmediately())
          .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
          .build();

  private final FakeLambda fake = FakeLambda.start();
  private final LambdaClient client =
      LambdaClient.builder()
          .endpointOverride(fake.endpoint())
          .region(fake.region())
          .credentialsProvider(fake.credentialsProvider())
          .overrideConfiguration(c -> c.retryStrategy(atOnce))
          .build();

  private static boolean mayPass(Throwable e) {
    return !(e instanceof LambdaException refused)
        || refused.isThrottlingException()
        || refused.isClockSkewException()
        || refused.statusCode() >= 500;
  }

  @AfterEach
  void close() {
    client.close();
    fake.close();
  }

  private void create() {
    client.createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE));
  }

  private void createsAtAttempt(int number) {
    create();

    assertThat(fake.requests()).hasSize(number);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void throttle() {
    fake.nextRequests(2).throttle();

    createsAtAttempt(3);
  }

  @Test
  void failWith() {
    fake.nextRequest().failWith(403, "AccessDeniedException");

    assertThatThrownBy(this::create)
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
  }

  @Test
  void reset() {
    fake.nextRequests(2).resetConnection();

    createsAtAttempt(3);
  }

  @Test
  void cutBody() {
    fake.nextRequest().of("ListEventSourceMappings").truncateBody();

    assertThat(client.listEventSourceMappings().eventSourceMappings()).isEmpty();

    assertThat(fake.requests()).hasSize(2);
  }

  @Test
  void drip() {
    fake.nextRequest().drip(Duration.ofNanos(1000));

    createsAtAttempt(1);
  }

  @Test
  void hang() {
    fake.nextRequest().hang();

    assertThatThrownBy(
            () ->
                client.listEventSourceMappings(
                    r -> r.overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(100)))))
        .isInstanceOf(ApiCallTimeoutException.class);
  }

  /** What this project's client is for: there, the create has succeeded. */
  @Test
  void answerLost() {
    fake.nextRequest().loseResponse();

    assertThatThrownBy(this::create).isInstanceOf(ResourceConflictException.class);

    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void clockSkew() {
    fake.clockSkew(Duration.ofMinutes(20));

    createsAtAttempt(2);
  }

  @Test
  void roleNotReady() {
    fake.nextRequest().roleNotReady();

    assertThatThrownBy(this::create).isInstanceOf(InvalidParameterValueException.class);
    create();
  }

  @Test
  void aFakeThatIsGone() {
    fake.close();

    assertThatThrownBy(this::create).isInstanceOf(SdkClientException.class);
  }
}
